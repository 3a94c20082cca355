import { randomUUID } from 'node:crypto';
import { pino } from 'pino';

/** Lines of JSON on standard error. No address, no answer, no token, no code of anybody's result is ever among them. */
export const log = pino(
	{
		level: process.env['LOG_LEVEL'] || 'warn',
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		formatters: { level: (level) => ({ level }) }
	},
	pino.destination({ dest: 2, sync: true })
);

/** A number under which the log speaks of something. */
export function logId(): string {
	return randomUUID().slice(0, 8);
}

/** Logs what was not expected. Gives the number under which it stands in the log. */
export function logError(error: unknown, id = logId()): string {
	log.error({ id, err: error instanceof Error ? error : new Error(String(error)) }, 'unexpected');
	return id;
}
