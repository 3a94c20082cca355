import type { Device, Writing } from '../device';
import { resultsSlot, type SavedResult, type SavedResults } from './saved';

export function readResults(device: Device): SavedResults {
	const reading = device.read(resultsSlot);
	return reading.state === 'found' ? reading.value : { schemaVersion: 1, results: [] };
}

/** Leaves entries that cannot be read where they are. */
export function writeResults(device: Device, results: SavedResult[]): Writing {
	return device.write(resultsSlot, { ...readResults(device), results });
}

export function withResult(results: readonly SavedResult[], result: SavedResult): SavedResult[] {
	return [result, ...results.filter(({ seed }) => seed !== result.seed)];
}
