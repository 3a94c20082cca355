// npm run licences: what runs on the server or in a browser, with its licence; the bundled ones as well.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/tools.mjs';

/** Licences that ask for nothing but to be named. */
const FREE =
	/^(?:MIT|ISC|0BSD|Unlicense|CC0-1\.0|BSD-[23]-Clause|BSL-1\.0|Apache-2\.0|BlueOak-1\.0\.0|OFL-1\.1)$/;

/** @type {{ packages: Record<string, { version?: string, dev?: boolean, optional?: boolean }> }} */
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
let others = 0;
for (const [path, { version }] of Object.entries(lock.packages)) {
	if (!path) continue;
	let licence;
	try {
		/** @type {{ license?: string | { type: string } }} */
		const { license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
		licence = typeof license === 'object' ? license.type : (license ?? 'unknown');
	} catch {
		// Made for another platform, and so not installed here.
		continue;
	}
	const parts = licence.replace(/[()]/g, '');
	const free = parts.includes(' OR ')
		? parts.split(' OR ').some((part) => FREE.test(part))
		: parts.split(' AND ').every((part) => FREE.test(part));
	if (!free) others++;
	console.log(
		`${free ? ' ' : '!'} ${licence.padEnd(28)} ${path.replace(/^.*node_modules\//, '')} ${version}`
	);
}
console.log(
	others === 0 ? 'All of them ask for nothing but to be named.' : `${others} marked with ! want a look.`
);
