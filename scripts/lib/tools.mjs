// Where the project is, and the PATH on which its own tools are found before the machine's.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const bin = join(root, 'node_modules', '.bin');

/** Something the person at the terminal should read as it is, without a stack. */
export class Failure extends Error {}

/** The environment for anything that is installed here: our tools come first on the PATH, Node among them. */
export function toolEnv() {
	const own = existsSync(join(bin, 'node')) ? [bin] : [bin, dirname(process.execPath)];
	return { ...process.env, PATH: [...own, process.env['PATH']].join(delimiter) };
}

/**
 * The environment for npm itself, which must not run on the Node in the very node_modules that it is about to replace
 * (npm puts node_modules/.bin on the PATH of every script).
 */
export function npmEnv() {
	const own = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.startsWith(bin));
	return { ...process.env, PATH: own.join(delimiter) };
}

/**
 * @param {string} name of a program
 * @returns {string | undefined} where it is on the machine's PATH
 */
export function which(name) {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** @param {string} path */
export function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
