import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../refusal';
import type { Audience, Snapshots } from '../../protocol';
import { Hub } from './hub';

const CODE = '2C4D6F';
const OTHER = '7H9J2K';
const SECOND = 1_000;

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const versionIn = (bytes: Uint8Array | undefined) => Number(/^id: (\d+)$/m.exec(decode(bytes))?.[1]);

/** A workshop that others change; every reading of it is counted, and may be held up or fail. */
class Changing {
	version = 1;
	step = 1;
	pass = 'old';
	readings = 0;
	failure: Error | null = null;
	/** Readings wait for these, one after another. */
	readonly held: Promise<void>[] = [];

	readonly read = async (): Promise<Snapshots> => {
		this.readings++;
		const { version, step, pass } = this;
		await this.held.shift();
		if (this.failure) throw this.failure;
		return { shared: { version, pass }, host: { version, step, pass } } as unknown as Snapshots;
	};
}

let workshop: Changing;
let hub: Hub;

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

const settle = () => vi.advanceTimersByTimeAsync(0);

function change(code: string | null = CODE) {
	workshop.version++;
	hub.wake(code);
}

/** Somebody who reads all there is, as soon as it is there. */
async function listener(audience: Audience = 'shared', code = CODE, pass: string | null = null) {
	const reader = (await hub.listen(code, audience, pass)).getReader();
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

describe('somebody who begins to listen', () => {
	it('hears at once how things stand, after how long to wait before coming back', async () => {
		const { heard } = await listener();
		expect(heard.slice(0, 2).map(decode)).toEqual([
			'retry: 1000\n\n',
			'id: 1\ndata: {"version":1,"pass":"old"}\n\n'
		]);
	});

	it('hears what is for them', async () => {
		const { heard } = await listener('host');
		expect(decode(heard[1])).toBe('id: 1\ndata: {"version":1,"step":1,"pass":"old"}\n\n');
	});

	it('is refused where there is no workshop, and leaves nothing behind', async () => {
		workshop.failure = new Refusal('unknown');
		await expect(hub.listen(CODE, 'shared')).rejects.toThrow(workshop.failure);
		expect(hub.size).toBe(0);
	});

	it('misses nothing that changes between the reading and the listening', async () => {
		let release = () => {};
		workshop.held.push(new Promise((resolve) => (release = resolve)));
		const arriving = listener();
		await settle();
		change();
		release();
		expect((await arriving).versions()).toEqual([1, 2]);
	});

	it('never begins with less than others have heard', async () => {
		let release = () => {};
		workshop.held.push(new Promise((resolve) => (release = resolve)));
		const late = listener();
		await settle();
		change();
		const { versions } = await listener();
		expect(versions()).toContain(2);
		release();
		expect((await late).versions()).toEqual([2]);
	});
});

describe('a change', () => {
	it('is heard by everybody, as the same bytes, read once', async () => {
		const listeners = [await listener(), await listener(), await listener()];
		const host = await listener('host');
		await vi.advanceTimersByTimeAsync(SECOND);
		const before = workshop.readings;
		change();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(workshop.readings).toBe(before + 1);
		expect(new Set(listeners.map(({ heard }) => heard.at(-1))).size).toBe(1);
		expect(decode(listeners[0]?.heard.at(-1))).toBe('id: 2\ndata: {"version":2,"pass":"old"}\n\n');
		expect(decode(host.heard.at(-1))).toBe('id: 2\ndata: {"version":2,"step":1,"pass":"old"}\n\n');
	});

	it('elsewhere is not heard', async () => {
		const here = await listener();
		const before = here.heard.length;
		change(OTHER);
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(here.heard.length).toBe(before);
	});

	it('of anything whatever is heard everywhere', async () => {
		const [here, there] = [await listener(), await listener('shared', OTHER)];
		await vi.advanceTimersByTimeAsync(SECOND);
		change(null);
		await vi.advanceTimersByTimeAsync(SECOND);
		expect([here.versions().at(-1), there.versions().at(-1)]).toEqual([2, 2]);
	});

	it('where nobody listens is not even read', async () => {
		change();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(workshop.readings).toBe(0);
	});

	it('every millisecond is told four times a second, and the last one always', async () => {
		const { versions } = await listener();
		await vi.advanceTimersByTimeAsync(SECOND);
		const before = versions().length;
		const readings = workshop.readings;
		for (let ms = 0; ms < 10 * SECOND; ms++) {
			change();
			await vi.advanceTimersByTimeAsync(1);
		}
		expect(versions().length - before).toBeLessThanOrEqual(41);
		expect(workshop.readings - readings).toBeLessThanOrEqual(41);
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(versions().at(-1)).toBe(workshop.version);
		expect(versions()).toEqual([...versions()].sort((a, b) => a - b));
	});

	it('of counts alone is told less often among thousands, a step at once', async () => {
		const { versions } = await listener();
		const crowd = Array.from({ length: 4_999 }, () => hub.listen(CODE, 'shared'));
		await Promise.all(crowd);
		await vi.advanceTimersByTimeAsync(10 * SECOND);
		const before = versions().length;
		for (let ms = 0; ms < 10 * SECOND; ms += 50) {
			change();
			await vi.advanceTimersByTimeAsync(50);
		}
		expect(versions().length - before).toBeGreaterThanOrEqual(8);
		expect(versions().length - before).toBeLessThanOrEqual(11);
		workshop.step++;
		change();
		await vi.advanceTimersByTimeAsync(SECOND / 4);
		expect(versions().at(-1)).toBe(workshop.version);
		change();
		await vi.advanceTimersByTimeAsync(2 * SECOND);
		expect(versions().at(-1)).toBe(workshop.version);
	});

	it('in each of a thousand workshops is read every two seconds, so that answers are not kept waiting', async () => {
		const codes = Array.from({ length: 1_000 }, (_, i) => `W${i}`);
		await Promise.all(codes.map((code) => hub.listen(code, 'shared')));
		await vi.advanceTimersByTimeAsync(10 * SECOND);
		const { readings } = workshop;
		for (let ms = 0; ms < 10 * SECOND; ms += 100) {
			change(null);
			await vi.advanceTimersByTimeAsync(100);
		}
		expect((workshop.readings - readings) / codes.length).toBeLessThanOrEqual(6);
		expect((workshop.readings - readings) / codes.length).toBeGreaterThanOrEqual(4);
	});

	it('during a slow reading is read afterwards', async () => {
		const { versions } = await listener();
		await vi.advanceTimersByTimeAsync(SECOND);
		let release = () => {};
		workshop.held.push(new Promise((resolve) => (release = resolve)));
		change();
		await settle();
		change();
		change();
		release();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(versions().slice(-2)).toEqual([2, 4]);
	});

	it('that cannot be read is told as soon as it can', async () => {
		const { versions, hasEnded } = await listener();
		await vi.advanceTimersByTimeAsync(SECOND);
		workshop.failure = new Error('the database is away');
		change();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(hasEnded()).toBe(false);
		// Who comes now is told what there is, not what there was.
		await expect(hub.listen(CODE, 'shared')).rejects.toThrow('away');
		workshop.failure = null;
		expect((await listener()).versions()).toEqual([2]);
		await vi.advanceTimersByTimeAsync(2 * SECOND);
		expect(versions().at(-1)).toBe(2);
	});

	it('that cannot be read is tried about once a second, and no longer than somebody listens', async () => {
		const { leave } = await listener();
		await vi.advanceTimersByTimeAsync(SECOND);
		workshop.failure = new Error('the database is away');
		workshop.readings = 0;
		change();
		await vi.advanceTimersByTimeAsync(60 * SECOND);
		expect(workshop.readings).toBeGreaterThanOrEqual(55);
		expect(workshop.readings).toBeLessThanOrEqual(61);
		await leave();
		workshop.readings = 0;
		await vi.advanceTimersByTimeAsync(60 * SECOND);
		expect(workshop.readings).toBe(0);
	});

	it('by which a workshop is gone ends every stream', async () => {
		const all = [await listener(), await listener('host')];
		const elsewhere = await listener('shared', OTHER);
		await vi.advanceTimersByTimeAsync(SECOND);
		workshop.failure = new Refusal('gone');
		change();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(all.map(({ hasEnded }) => hasEnded())).toEqual([true, true]);
		expect(elsewhere.hasEnded()).toBe(false);
		expect(hub.size).toBe(1);
	});
});

describe('a new host key', () => {
	function renew() {
		workshop.pass = 'new';
		change();
	}

	it('ends the streams that the old one opened before they hear more, and no other', async () => {
		const [participant, host] = [await listener(), await listener('host', CODE, 'old')];
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(host.hasEnded()).toBe(false);
		renew();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect([host.hasEnded(), host.versions()]).toEqual([true, [1]]);
		expect([participant.hasEnded(), participant.versions().at(-1)]).toEqual([false, 2]);
	});

	it('lets in who comes with it, and who came with the old one no more', async () => {
		await listener();
		await vi.advanceTimersByTimeAsync(SECOND);
		renew();
		const early = await listener('host', CODE, 'new');
		await vi.advanceTimersByTimeAsync(SECOND);
		expect([early.hasEnded(), early.versions().at(-1)]).toEqual([false, 2]);
		await expect(hub.listen(CODE, 'host', 'old')).rejects.toMatchObject({ reason: 'notHost' });
		expect(hub.size).toBe(2);
	});

	it('ends the stream of who was let in just before another process announced it', async () => {
		await listener();
		await vi.advanceTimersByTimeAsync(SECOND);
		workshop.pass = 'new';
		const late = await listener('host', CODE, 'old');
		change();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(late.hasEnded()).toBe(true);
	});

	it('is read for, where nobody announced it, as soon as somebody comes with it', async () => {
		const host = await listener('host', CODE, 'old');
		await vi.advanceTimersByTimeAsync(SECOND);
		workshop.pass = 'new';
		await listener('host', CODE, 'new');
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(host.hasEnded()).toBe(true);
	});

	it('is told at once among thousands: the join link of every screen hangs on it', async () => {
		const participant = await listener();
		for (let i = 0; i < 5_000; i++) await hub.listen(CODE, 'shared');
		await vi.advanceTimersByTimeAsync(5 * SECOND);
		change();
		await vi.advanceTimersByTimeAsync(250);
		renew();
		await vi.advanceTimersByTimeAsync(250);
		expect(participant.versions().at(-1)).toBe(3);
	});
});

describe('a slow reader', () => {
	it('gets the newest and no queue, however much it missed', async () => {
		const reader = (await hub.listen(CODE, 'shared')).getReader();
		const quick = await listener();
		for (let n = 0; n < 100; n++) {
			change();
			await vi.advanceTimersByTimeAsync(SECOND);
		}
		expect(quick.versions().length).toBeGreaterThanOrEqual(100);

		const read: number[] = [];
		const reading = (async () => {
			for (;;) {
				const { done, value } = await reader.read();
				if (done) return;
				read.push(versionIn(value));
			}
		})();
		await settle();
		// `retry`, how things stood, one that was on its way, and how things stand.
		expect(read.length).toBeLessThanOrEqual(4);
		expect(read.at(-1)).toBe(101);
		change();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(read.at(-1)).toBe(102);
		hub.close();
		await reading;
	});

	it('never hears the older after the newer, in whatever steps it reads', async () => {
		const reader = (await hub.listen(CODE, 'shared')).getReader();
		const read: number[] = [];
		const readOne = async () => {
			const version = versionIn((await reader.read()).value);
			if (version) read.push(version);
		};
		for (let n = 0; n < 400; n++) {
			change();
			// Now and then two at once, and now and then in the same moment as a change.
			if (n % 3 === 0) void readOne();
			if (n % 7 === 0) void readOne();
			await vi.advanceTimersByTimeAsync(n % 2 ? 250 : 80);
		}
		expect(read.length).toBeGreaterThan(50);
		expect(read).toEqual([...read].sort((a, b) => a - b));
	});

	it('is not told of beats that it would hear too late', async () => {
		const reader = (await hub.listen(CODE, 'shared')).getReader();
		await vi.advanceTimersByTimeAsync(3_600 * SECOND);
		const texts: string[] = [];
		for (let n = 0; n < 3; n++) texts.push(decode((await reader.read()).value));
		expect(texts.filter((text) => text.includes('beat')).length).toBeLessThanOrEqual(1);
		expect(vi.getTimerCount()).toBe(1);
	});
});

describe('where nothing happens', () => {
	it('a beat is heard every 15 seconds, by everybody', async () => {
		const all = [await listener(), await listener('host'), await listener('shared', OTHER)];
		await vi.advanceTimersByTimeAsync(60 * SECOND);
		expect(all.map(({ beats }) => beats())).toEqual([4, 4, 4]);
		expect(decode(all[0]?.heard.at(-1))).toBe('event: beat\ndata: 1\n\n');
	});
});

describe('leaving', () => {
	it('leaves nothing behind: nobody to tell, nothing to read', async () => {
		const all = [await listener(), await listener(), await listener('host')];
		expect(hub.size).toBe(3);
		for (const { leave } of all) await leave();
		expect(hub.size).toBe(0);
		const before = workshop.readings;
		change();
		await vi.advanceTimersByTimeAsync(60 * SECOND);
		expect(workshop.readings).toBe(before);
	});

	it('while a change is being read harms nobody', async () => {
		const [going, staying] = [await listener(), await listener()];
		await vi.advanceTimersByTimeAsync(SECOND);
		let release = () => {};
		workshop.held.push(new Promise((resolve) => (release = resolve)));
		change();
		await settle();
		await going.leave();
		release();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(staying.versions().at(-1)).toBe(2);
		expect(hub.size).toBe(1);
	});

	it('and coming back while the last change is still being read begins anew', async () => {
		const going = await listener();
		await vi.advanceTimersByTimeAsync(SECOND);
		let release = () => {};
		workshop.held.push(new Promise((resolve) => (release = resolve)));
		change();
		await settle();
		await going.leave();
		const back = await listener();
		release();
		change();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(back.versions().at(-1)).toBe(3);
	});
});

describe('closing', () => {
	it('ends all streams, and those that are opened afterwards', async () => {
		const all = [await listener(), await listener('host'), await listener('shared', OTHER)];
		hub.close();
		await settle();
		expect(all.map(({ hasEnded }) => hasEnded())).toEqual([true, true, true]);
		expect(hub.size).toBe(0);
		expect(vi.getTimerCount()).toBe(0);
		const late = await listener();
		expect(late.versions()).toEqual([1]);
		expect(late.hasEnded()).toBe(true);
		expect(hub.size).toBe(0);
	});

	it('twice is closing once', () => {
		hub.close();
		expect(() => hub.close()).not.toThrow();
	});
});
