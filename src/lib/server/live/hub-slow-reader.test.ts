import { describe, expect, it, vi } from 'vitest';
import { SECOND, change, decode, hub, listener, settle, stream, useHub, versionIn } from './hub.fixture';

useHub();

describe('a slow reader', () => {
	it('gets the newest and no queue, however much it missed', async () => {
		const reader = (await stream()).getReader();
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
		// `retry`, how things stood, the time, one that was on its way, and how things stand.
		expect(read.length).toBeLessThanOrEqual(5);
		expect(read.at(-1)).toBe(101);
		change();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(read.at(-1)).toBe(102);
		hub.close();
		await reading;
	});

	it('never hears the older after the newer, in whatever steps it reads', async () => {
		const reader = (await stream()).getReader();
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
		const reader = (await stream()).getReader();
		await vi.advanceTimersByTimeAsync(3_600 * SECOND);
		const texts: string[] = [];
		for (let n = 0; n < 3; n++) texts.push(decode((await reader.read()).value));
		expect(texts.filter((text) => text.includes('beat')).length).toBeLessThanOrEqual(1);
		expect(vi.getTimerCount()).toBe(1);
	});
});
