import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const bin = join(root, 'node_modules', '.bin');

/** Printed as it is, without a stack. */
export class Failure extends Error {}

/** Puts our own tools, Node among them, first on the PATH. */
export function toolEnv() {
	const own = existsSync(join(bin, 'node')) ? [bin] : [bin, dirname(process.execPath)];
	return { ...process.env, PATH: [...own, process.env['PATH']].join(delimiter) };
}

/** Takes our own Node off the PATH, where npm puts it: npm must not run on what it is about to replace. */
export function npmEnv() {
	const own = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.startsWith(bin));
	return { ...process.env, PATH: own.join(delimiter) };
}

/** @param {string} name of a program @returns {string | undefined} its place on the PATH */
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
