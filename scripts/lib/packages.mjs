import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tools.mjs';

/** @typedef {{ name: string, version: string, licence: string, dev: boolean }} Package */

/**
 * Every package of the lockfile that is installed on this machine; those for other platforms are not.
 * @returns {Package[]}
 */
export function installedPackages() {
	/** @type {{ packages: Record<string, { version?: string, dev?: boolean }> }} */
	const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
	return Object.entries(lock.packages).flatMap(([path, { version = '', dev = false }]) => {
		const licence = path && licenceIn(path);
		return licence ? { name: path.replace(/^.*node_modules\//, ''), version, licence, dev } : [];
	});
}

/** @param {string} path */
function licenceIn(path) {
	try {
		/** @type {{ license?: string | { type: string } }} */
		const { license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
		return typeof license === 'object' ? license.type : (license ?? 'unknown');
	} catch {
		return null;
	}
}
