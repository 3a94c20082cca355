import { afterAll, beforeAll } from 'vitest';
import { startPostgres, type TestPostgres } from '../../../src/lib/server/db/postgres.fixture';
import { makeFolder } from '../../support/server';

/** Both databases by name, each with the environment of a server on an empty one, for as long as a test file runs. */
export function bothDatabases(): [string, () => Promise<Record<string, string>>][] {
	let postgres: TestPostgres | undefined;
	beforeAll(async () => {
		postgres = await startPostgres();
	});
	afterAll(() => postgres?.remove());
	return [
		['SQLite', () => Promise.resolve({ DATA_DIR: makeFolder() })],
		['PostgreSQL', async () => ({ DATABASE_URL: (await postgres?.database()) ?? '' })]
	];
}
