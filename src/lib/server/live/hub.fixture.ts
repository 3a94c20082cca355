import { afterEach, beforeEach, vi } from 'vitest';
import type { Closing } from '../../group';
import type { Audience, Snapshots } from '../../protocol';
import { Hub } from './hub';
import { readableOf } from './readable';

export const CODE = '2C4D6F';
export const OTHER = '7H9J2K';
export const SECOND = 1_000;

export const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
export const versionIn = (bytes: Uint8Array | undefined) => Number(/^id: (\d+)$/m.exec(decode(bytes))?.[1]);

/** A workshop that others change; every reading of it is counted, and may be held up or fail. */
class Changing {
	version = 1;
	step = 1;
	pass = 'old';
	readings = 0;
	closing: Closing | null = null;
	failure: Error | null = null;
	/** Readings wait for these, one after another. */
	readonly held: Promise<void>[] = [];

	readonly read = async (): Promise<Snapshots> => {
		this.readings++;
		const { version, step, pass, closing } = this;
		await this.held.shift();
		if (this.failure) throw this.failure;
		return {
			shared: { version, pass, ...(closing && { closing }) },
			host: { version, step, pass }
		} as unknown as Snapshots;
	};
}

export let workshop: Changing;
export let hub: Hub;
export const settle = () => vi.advanceTimersByTimeAsync(0);

export function change(code: string | null = CODE) {
	workshop.version++;
	hub.wake(code);
}

export const stream = async (code = CODE, audience: Audience = 'shared', pass: string | null = null) =>
	readableOf(await hub.listen(code, audience, pass));

/** Somebody who reads all there is, as soon as it is there. */
export async function listener(audience: Audience = 'shared', code = CODE, pass: string | null = null) {
	const reader = (await stream(code, audience, pass)).getReader();
	const heard: Uint8Array[] = [];
	let ended = false;
	void (async () => {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			heard.push(value);
		}
		ended = true;
	})();
	await settle();
	return {
		heard,
		versions: () => heard.map(versionIn).filter((version) => version > 0),
		beats: () => heard.filter((bytes) => decode(bytes).startsWith('event: beat')).length,
		hasEnded: () => ended,
		leave: () => reader.cancel()
	};
}

/** Gives each test a hub over a workshop, and a clock of its own. */
export function useHub(): void {
	beforeEach(() => {
		vi.useFakeTimers();
		// The server has run for a while.
		vi.advanceTimersByTime(60 * SECOND);
		workshop = new Changing();
		hub = new Hub(workshop.read);
	});

	afterEach(() => {
		hub.close();
		vi.useRealTimers();
	});
}
