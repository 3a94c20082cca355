// Where the project is, and the PATH on which its own tools are found before the machine's.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const bin = join(root, 'node_modules', '.bin');

const NEEDED = 24;

/** Something the person at the terminal should read as it is, without a stack. */
export class Failure extends Error {}

/** The environment for anything that is installed here: our tools come first on the PATH, Node among them. */
export function toolEnv() {
	const own = broughtNode() ? [bin] : [bin, dirname(process.execPath)];
	return { ...process.env, PATH: [...own, process.env['PATH']].join(delimiter) };
}

/**
 * The environment for npm itself, which must not run on the very Node that it is about to replace
 * (npm puts node_modules/.bin on the PATH of every script).
 */
export function npmEnv() {
	const own = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.startsWith(bin));
	return { ...process.env, PATH: own.join(delimiter) };
}

/** The `node` package brings Node 24; where it could not, a Node 24 that is already running will do. */
export function requireNode() {
	const running = Number(process.versions.node.split('.')[0]);
	if (running >= NEEDED || broughtNode()) return;
	throw new Failure(
		`No Strings needs Node ${NEEDED}. This is Node ${process.versions.node}, and the copy that npm should have put in ` +
			`node_modules/.bin is missing. Delete node_modules and try again, or install Node ${NEEDED}.`
	);
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

function broughtNode() {
	return existsSync(join(bin, 'node'));
}
