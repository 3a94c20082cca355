// Installs what a package-lock.json names, unless exactly that is there already.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { Failure, npmEnv, root } from './tools.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, dev?: boolean }} Entry */

/** @param {string} folder relative to the project @param {string[]} [options] for npm */
export async function npmCi(folder, options = []) {
	// The project's .npmrc does not count in other folders.
	const quiet = ['--no-fund', '--no-audit', '--engine-strict=false'];
	const code = await run(['npm', 'ci', ...quiet, ...options], { env: npmEnv(), cwd: join(root, folder) });
	if (code !== 0) {
		throw new Failure(
			`Installing failed: \`npm ci\` did not finish in ${join(root, folder)}. Its own message is above.`
		);
	}
}

/**
 * Compares what npm noted in node_modules; it lacks optional packages for other machines.
 * @param {string} folder
 * @param {(entry: Entry) => boolean} [isNeeded]
 */
export function isInstalled(folder, isNeeded = () => true) {
	const wanted = lockedPackages(join(folder, 'package-lock.json'));
	const present = lockedPackages(join(folder, 'node_modules', '.package-lock.json'));
	if (!wanted || !present) return false;
	return Object.entries(wanted).every(([path, entry]) => {
		if (!isNeeded(entry)) return true;
		const found = present[path];
		if (!found) return path === '' || entry.optional;
		return found.version === entry.version && found.integrity === entry.integrity;
	});
}

/** @param {string} file @returns {Record<string, Entry> | undefined} by their paths in node_modules */
export function lockedPackages(file) {
	try {
		return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
	} catch {
		return undefined;
	}
}
