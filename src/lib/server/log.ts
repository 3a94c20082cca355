import { randomUUID } from 'node:crypto';
import { pino } from 'pino';

/** Writes lines of JSON to standard error. They never hold an address, an answer, a token or the code of a result. */
export const log = pino(
	{
		level: process.env['LOG_LEVEL'] || 'warn',
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		formatters: { level: (level) => ({ level }) }
	},
	pino.destination({ dest: 2, sync: true })
);

/** Returns an id by which a visitor's report finds its line. */
export function logId(): string {
	return randomUUID().slice(0, 8);
}

export function logError(error: unknown, id = logId()): string {
	log.error({ id, err: error instanceof Error ? error : new Error(String(error)) }, 'unexpected');
	return id;
}
