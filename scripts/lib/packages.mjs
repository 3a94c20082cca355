import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockedPackages } from './npm.mjs';
import { root } from './tools.mjs';

/** @typedef {{ name: string, version: string, licence: string, dev: boolean }} Package */

/** Every folder that has a lockfile, and whether the app is served without it. */
const FOLDERS = [
	{ folder: '.', apart: false },
	{ folder: 'scripts/node', apart: false },
	{ folder: 'bench', apart: true }
];

/**
 * Every package of the lockfiles that is installed on this machine; those for other platforms are not.
 * @returns {Package[]}
 */
export function installedPackages() {
	return FOLDERS.flatMap(({ folder, apart }) => {
		const locked = lockedPackages(join(folder, 'package-lock.json')) ?? {};
		return Object.entries(locked).flatMap(([path, { version = '', dev = false }]) => {
			const licence = path && licenceIn(join(folder, path));
			const name = path.replace(/^.*node_modules\//, '');
			return licence ? { name, version, licence, dev: dev || apart } : [];
		});
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
