import { randomUUID } from 'node:crypto';

/** Logs what was not expected, without address or answers. Gives the number under which it stands in the log. */
export function logError(error: unknown): string {
	const id = randomUUID().slice(0, 8);
	console.error(
		JSON.stringify({ level: 'error', id, error: error instanceof Error ? error.stack : String(error) })
	);
	return id;
}
