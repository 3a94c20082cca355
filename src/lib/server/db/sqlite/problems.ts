import type { DatabaseSync } from 'node:sqlite';
import { StartProblem } from '../../start-problem';

const BUSY = 5;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;
const PRIMARY = 0xff;

/** @throws StartProblem where the file is damaged, or has tables but none of our migrations */
export function refuseForeign(database: DatabaseSync): void {
	const tables = database.prepare(`select name from sqlite_schema where type = 'table'`).all();
	const names = tables.map(({ name }) => name);
	if (names.length > 0 && !names.includes('kysely_migration'))
		throw new StartProblem('it belongs to another program');
	const [check] = database.prepare('pragma quick_check(1)').all();
	if (check?.['quick_check'] !== 'ok') throw new StartProblem('it is damaged');
}

export function asStartProblem(path: string, error: unknown): StartProblem {
	if (error instanceof StartProblem && error.message.includes('DATA_DIR')) return error;
	return new StartProblem(`The database "${path}" in DATA_DIR cannot be used: ${reasonOf(error)}.`);
}

function reasonOf(error: unknown): string {
	const { cause = error } = error as Error;
	const { errcode = 0, message } = cause as Error & { errcode?: number };
	switch (errcode & PRIMARY) {
		case BUSY:
			return 'another server uses it';
		case CORRUPT:
			return 'it is damaged';
		case NOT_A_DATABASE:
			return 'it is no SQLite database, or damaged';
		default:
			return message.startsWith('corrupted migrations') ? 'it is of a newer version' : message;
	}
}
