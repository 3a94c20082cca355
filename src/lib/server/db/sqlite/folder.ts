import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartProblem } from '../../start-problem';

const FILES = ['no-strings.db', 'no-strings.db-wal', 'no-strings.db-shm', 'no-strings.lock'];

/** Made before SQLite opens them: the files that it adds beside them get the same mode. */
const OPENED = ['no-strings.db', 'no-strings.lock'];

/** @throws StartProblem */
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

/** Node's `recursive` loops for ever below /proc. */
function makeFolder(path: string): void {
	if (existsSync(path)) return;
	const parent = dirname(path);
	makeFolder(parent);
	mkdirSync(path, { mode: 0o700 });
}
