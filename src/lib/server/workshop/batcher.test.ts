import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Batcher } from './batcher';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that notes each bundle, and goes on only when the test says so. */
function workshopFloor(queueOf?: (task: string) => string) {
	const bundles: string[][] = [];
	const releases: (() => void)[] = [];
	const refused = new Map<string, Error>();
	let failure: Error | null = null;
	const batcher = new Batcher<string>(async (tasks) => {
		bundles.push([...tasks]);
		await new Promise<void>((resolve) => releases.push(resolve));
		if (failure) throw failure;
		return tasks.map((task) => refused.get(task) ?? null);
	}, queueOf);
	return {
		bundles,
		releases,
		refused,
		add: (task: string) => {
			const outcome = { settled: false, error: null as unknown };
			batcher.add(task).then(
				() => (outcome.settled = true),
				(error: unknown) => Object.assign(outcome, { settled: true, error })
			);
			return outcome;
		},
		fail: (error: Error | null) => void (failure = error),
		finish: async () => {
			releases.shift()?.();
			await vi.advanceTimersByTimeAsync(0);
		},
		wait: () => vi.advanceTimersByTimeAsync(10)
	};
}

describe('tasks that arrive together', () => {
	it('are done together, in the order in which they came', async () => {
		const floor = workshopFloor();
		const outcomes = ['a', 'b', 'c'].map(floor.add);
		expect(floor.bundles).toEqual([]);
		await floor.wait();
		expect(floor.bundles).toEqual([['a', 'b', 'c']]);
		expect(outcomes.map(({ settled }) => settled)).toEqual([false, false, false]);
		await floor.finish();
		expect(outcomes).toEqual(Array(3).fill({ settled: true, error: null }));
	});

	it('are refused one by one', async () => {
		const floor = workshopFloor();
		const refusal = new Error('closed');
		floor.refused.set('b', refusal);
		const outcomes = ['a', 'b', 'c'].map(floor.add);
		await floor.wait();
		await floor.finish();
		expect(outcomes.map(({ error }) => error)).toEqual([null, refusal, null]);
	});

	it('fail together, and those after them are done', async () => {
		const floor = workshopFloor();
		const failure = new Error('the disk is full');
		floor.fail(failure);
		const outcomes = ['a', 'b'].map(floor.add);
		await floor.wait();
		const later = floor.add('c');
		await floor.finish();
		expect(outcomes.map(({ error }) => error)).toEqual([failure, failure]);
		expect(later.settled).toBe(false);
		floor.fail(null);
		await floor.wait();
		await floor.finish();
		expect(later).toEqual({ settled: true, error: null });
	});
});

describe('tasks that arrive while others are done', () => {
	it('wait, and are the next bundle: never two at a time', async () => {
		const floor = workshopFloor();
		floor.add('a');
		await floor.wait();
		const outcomes = ['b', 'a', 'c'].map(floor.add);
		await floor.wait();
		expect(floor.bundles).toEqual([['a']]);
		await floor.finish();
		await floor.wait();
		expect(floor.bundles).toEqual([['a'], ['b', 'a', 'c']]);
		await floor.finish();
		expect(outcomes.every(({ settled }) => settled)).toBe(true);
	});
});

describe('more tasks than one bundle holds', () => {
	it('are not waited with, and all are done in order', async () => {
		const floor = workshopFloor();
		const tasks = Array.from({ length: 1_201 }, (_, i) => String(i));
		const outcomes = tasks.map(floor.add);
		// Before any time has passed.
		expect(floor.bundles.map(({ length }) => length)).toEqual([500]);
		await floor.finish();
		await floor.finish();
		await floor.wait();
		await floor.finish();
		expect(floor.bundles.map(({ length }) => length)).toEqual([500, 500, 201]);
		expect(floor.bundles.flat()).toEqual(tasks);
		expect(outcomes.every(({ settled, error }) => settled && error === null)).toBe(true);
	});
});

describe('tasks of different queues', () => {
	it('are bundled apart and never wait for each other', async () => {
		const floor = workshopFloor((task) => task.charAt(0));
		const outcomes = ['a1', 'b1', 'a2'].map(floor.add);
		await floor.wait();
		expect(floor.bundles).toEqual([['a1', 'a2'], ['b1']]);
		floor.add('b2');
		const release = floor.releases.pop();
		release?.();
		await floor.wait();
		expect(outcomes.map(({ settled }) => settled)).toEqual([false, true, false]);
		expect(floor.bundles[2]).toEqual(['b2']);
	});
});

it('with nothing to do does nothing', async () => {
	const floor = workshopFloor();
	floor.add('a');
	await floor.wait();
	await floor.finish();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(floor.bundles).toHaveLength(1);
	expect(vi.getTimerCount()).toBe(0);
});
