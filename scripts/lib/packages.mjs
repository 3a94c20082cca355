import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockedPackages } from './npm.mjs';
import { root } from './tools.mjs';

/** @typedef {{ name: string, version: string, licence: string, dev: boolean }} Package */

const FOLDERS = [
	{ folder: '.', isServedWithout: false },
	{ folder: 'scripts/node', isServedWithout: false },
	{ folder: 'bench', isServedWithout: true }
];

/** Leaves out packages for other platforms. @returns {Package[]} */
export function installedPackages() {
	return FOLDERS.flatMap(({ folder, isServedWithout }) => {
		const locked = lockedPackages(join(folder, 'package-lock.json')) ?? {};
		return Object.entries(locked).flatMap(([path, { version = '', dev = false }]) => {
			const licence = path && licenceIn(join(folder, path));
			const name = path.replace(/^.*node_modules\//, '');
			return licence ? { name, version, licence, dev: dev || isServedWithout } : [];
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
