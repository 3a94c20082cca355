import type { Device, Writing } from '../device';
import { resultsSlot, type SavedResult } from './saved';

export function readResults(device: Device): SavedResult[] {
	const reading = device.read(resultsSlot);
	return reading.state === 'found' ? reading.value.results : [];
}

export function writeResults(device: Device, results: SavedResult[]): Writing {
	return device.write(resultsSlot, { schemaVersion: 1, results });
}

export function withResult(results: readonly SavedResult[], result: SavedResult): SavedResult[] {
	return [result, ...results.filter(({ seed }) => seed !== result.seed)];
}
