import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OwnScenes } from './own-scenes.svelte';

const SNAPSHOT = { scenes: ['own-tea', 'thin-post'], pass: '8f3k2m9q' } as const;
const TEA = { id: 'own-tea' };

describe('the words of scenes that a host wrote', () => {
	const fetched = vi.fn<(address: string) => Promise<Response>>();
	const refuse = (status: number) =>
		fetched.mockImplementation(() => Promise.resolve(Response.json({ reason: 'unavailable' }, { status })));
	const give = () => fetched.mockImplementation(() => Promise.resolve(Response.json({ scenes: [TEA] })));
	beforeEach(() => {
		vi.useFakeTimers();
		fetched.mockReset();
		vi.stubGlobal('fetch', fetched);
	});
	afterEach(() => {
		vi.unstubAllGlobals();
		vi.useRealTimers();
	});

	const opened = () => {
		const own = new OwnScenes('2C4D6F', null);
		own.follow(SNAPSHOT);
		return own;
	};

	it('are asked for until they have come, and then no more', async () => {
		refuse(503);
		const own = opened();
		await vi.advanceTimersByTimeAsync(0);
		expect([own.isMissing, own.scenes]).toEqual([true, null]);
		give();
		await vi.advanceTimersByTimeAsync(3_000);
		expect([own.isMissing, own.scenes]).toEqual([false, [TEA]]);
		expect(fetched.mock.lastCall?.[0]).toBe('/w/2C4D6F/scenes?pass=8f3k2m9q');
		own.follow(SNAPSHOT);
		await vi.advanceTimersByTimeAsync(100_000);
		expect(fetched).toHaveBeenCalledTimes(2);
	});

	it('are asked for more and more rarely, however many snapshots come', async () => {
		refuse(503);
		const own = opened();
		for (let second = 0; second < 600; second += 1) {
			await vi.advanceTimersByTimeAsync(1_000);
			own.follow(SNAPSHOT);
		}
		expect(fetched.mock.calls.length).toBeGreaterThan(9);
		expect(fetched.mock.calls.length).toBeLessThan(30);
	});

	it('are asked for again between one and three seconds later, not by a whole hall at once', async () => {
		refuse(503);
		for (const [random, milliseconds] of [
			[0, 1_000],
			[0.999_999, 3_000]
		] as const) {
			const spy = vi.spyOn(Math, 'random').mockReturnValue(random);
			fetched.mockClear();
			const own = opened();
			await vi.advanceTimersByTimeAsync(milliseconds - 10);
			expect(fetched).toHaveBeenCalledTimes(1);
			await vi.advanceTimersByTimeAsync(20);
			expect(fetched).toHaveBeenCalledTimes(2);
			own.close();
			spy.mockRestore();
		}
	});

	it('are asked for once at a time', async () => {
		give();
		await Promise.all([opened().ask(), vi.advanceTimersByTimeAsync(0)]);
		expect(fetched).toHaveBeenCalledTimes(1);
	});

	it('are not missing before they were asked for, nor shown once nobody looks', async () => {
		give();
		const own = opened();
		expect(own.isMissing).toBe(false);
		own.close();
		await vi.advanceTimersByTimeAsync(0);
		expect([own.isMissing, own.scenes]).toEqual([false, null]);
	});

	it('are asked for at once by a press', async () => {
		refuse(503);
		const own = opened();
		await vi.advanceTimersByTimeAsync(0);
		give();
		await own.ask();
		expect(own.scenes).toEqual([TEA]);
	});

	it.each([404, 410])(
		'are asked for no more after a refusal with %i, which no time changes',
		async (status) => {
			refuse(status);
			const own = opened();
			await vi.advanceTimersByTimeAsync(100_000);
			own.follow(SNAPSHOT);
			await vi.advanceTimersByTimeAsync(100_000);
			expect(own.isMissing).toBe(false);
			expect(fetched).toHaveBeenCalledTimes(1);
		}
	);

	it('are asked for no more once the page is closed', async () => {
		refuse(503);
		const own = opened();
		await vi.advanceTimersByTimeAsync(0);
		own.close();
		await vi.advanceTimersByTimeAsync(100_000);
		expect(fetched).toHaveBeenCalledTimes(1);
	});

	it('are not asked for where there are none', () => {
		new OwnScenes('2C4D6F', null).follow({ ...SNAPSHOT, scenes: ['thin-post'] });
		new OwnScenes('2C4D6F', []).follow(SNAPSHOT);
		expect(fetched).not.toHaveBeenCalled();
	});
});
