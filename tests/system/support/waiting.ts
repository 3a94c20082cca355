import { vi } from 'vitest';
import { ask } from '../../support/workshop-api';

/** Waits until something holds that comes by itself. */
export function eventually<T>(check: () => T | Promise<T>, timeout = 30_000): Promise<T> {
	return vi.waitFor(check, { timeout, interval: 50 });
}

export const statusOf = async (base: string, path: string) => (await ask(base, path)).status;

/** Does something for each of some, so many at a time. */
export async function inPool<T, R>(
	items: readonly T[],
	width: number,
	work: (item: T, index: number) => Promise<R>
): Promise<R[]> {
	const results: R[] = [];
	let next = 0;
	const worker = async () => {
		while (next < items.length) {
			const index = next++;
			results[index] = await work(items[index] as T, index);
		}
	};
	await Promise.all(Array.from({ length: width }, worker));
	return results;
}
