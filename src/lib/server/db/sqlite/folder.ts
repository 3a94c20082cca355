import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartProblem } from '../../start-problem';

const FILES = ['no-strings.db', 'no-strings.db-wal', 'no-strings.db-shm', 'no-strings.lock'];

/** What has to be there before SQLite opens it; it gives files that it adds the mode of these. */
const OPENED = ['no-strings.db', 'no-strings.lock'];

/**
 * Makes the folder of the database where there is none, and its files nobody else's to read, also in a folder that was
 * there before.
 * @throws StartProblem where that cannot be
 */
export function prepareFolder(folder: string): void {
	const path = resolve(folder);
	const refuse = (why: string): never => {
		throw new StartProblem(`DATA_DIR is "${path}", ${why}.`);
	};
	try {
		makeFolder(path);
		if (!statSync(path).isDirectory()) refuse('which is a file and not a folder');
		for (const name of OPENED) closeSync(openSync(join(path, name), 'a', 0o600));
		for (const name of FILES) if (existsSync(join(path, name))) chmodSync(join(path, name), 0o600);
	} catch (error) {
		if (error instanceof StartProblem) throw error;
		const { code = String(error) } = error as NodeJS.ErrnoException;
		refuse(code === 'ENOTDIR' ? 'which lies below a file' : `where nothing can be written (${code})`);
	}
}

/** With its parents. Node's own way never ends below /proc, where a folder is there and takes none. */
function makeFolder(path: string): void {
	if (existsSync(path)) return;
	const parent = dirname(path);
	makeFolder(parent);
	mkdirSync(path, { mode: 0o700 });
}
