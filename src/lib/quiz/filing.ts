import type { Device, Writing } from '../device';
import { readResults, withResult, writeResults, type SavedResult } from './results';

// What only the end of a run needs: it loads after the first answer.
export { codeOf } from './code-of';

export function fileResult(device: Device, result: SavedResult): Writing {
	return writeResults(device, withResult(readResults(device).results, result));
}
