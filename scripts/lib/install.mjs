// Installs what package-lock.json names, unless exactly that is here already.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { Failure, npmEnv, requireNode, root } from './tools.mjs';

export async function install() {
	if (!installed()) {
		console.log('Installing what No Strings needs (once, a minute or so) ...');
		// Development packages include the build tools, which `NODE_ENV=production` would leave out.
		if ((await run(['npm', 'ci', '--include=dev'], npmEnv())) !== 0) {
			throw new Failure('Installing failed: `npm ci` did not finish. Its own message is above.');
		}
	}
	requireNode();
}

/** npm writes down in node_modules what it installed there. Optional packages for other machines are missing from it. */
function installed() {
	const wanted = packages('package-lock.json');
	const present = packages(join('node_modules', '.package-lock.json'));
	if (!wanted || !present) return false;
	return Object.entries(wanted).every(([path, entry]) => {
		const found = present[path];
		if (!found) return path === '' || entry.optional;
		return found.version === entry.version && found.integrity === entry.integrity;
	});
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | undefined}
 */
function packages(file) {
	try {
		return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
	} catch {
		return undefined;
	}
}
