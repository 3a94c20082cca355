import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Builds } from './builds.mjs';
import { run } from './run.mjs';
import { Failure, root, toolEnv } from './tools.mjs';

const SOURCES = [
	'src',
	'static',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite',
	'vite.config.ts'
];

export async function build() {
	await new Builds().publish(fingerprint(), async (folder) => {
		console.log('Building ...');
		const env = { ...toolEnv(), BUILD_FOLDER: folder };
		if ((await run(['vite', 'build', '--logLevel', 'warn'], { env })) !== 0) {
			throw new Failure('Building failed: `vite build` did not finish. Its own message is above.');
		}
	});
}

function fingerprint() {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap(filesIn)) {
		const content = readFileSync(join(root, file));
		hash.update(`${file}\0${content.length}\0`).update(content);
	}
	return hash.digest('hex');
}

/** @param {string} path relative to the project @returns {string[]} */
function filesIn(path) {
	const full = join(root, path);
	if (!existsSync(full) || path.endsWith('.test.ts')) return [];
	if (!statSync(full).isDirectory()) return [path];
	return readdirSync(full)
		.sort()
		.flatMap((name) => filesIn(join(path, name)));
}
