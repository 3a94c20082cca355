// npm run bench [-- name ...]: builds what is measured, then runs each bench by itself, one after the other.
import { existsSync, readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { build } from '../scripts/lib/build.mjs';
import { install } from '../scripts/lib/install.mjs';
import { run, Stopped } from '../scripts/lib/run.mjs';
import { Failure, root } from '../scripts/lib/tools.mjs';

const all = readdirSync(join(root, 'bench'))
	.filter((file) => file.endsWith('.ts'))
	.map((file) => file.slice(0, -'.ts'.length))
	.sort();

/** @param {string[]} names */
async function bench(names) {
	const unknown = names.filter((name) => !existsSync(join(root, 'bench', `${name}.ts`)));
	if (unknown.length > 0)
		throw new Failure(`There is no bench ${unknown.join(', ')}. There are: ${all.join(', ')}`);
	await install();
	await build();
	for (const name of names) {
		console.log(`\n=== ${name} (load before: ${loadavg()[0]?.toFixed(1)})`);
		if ((await run(['node', `bench/${name}.ts`])) !== 0) process.exitCode = 1;
	}
}

try {
	const names = process.argv.slice(2);
	await bench(names.length > 0 ? names : all);
} catch (error) {
	if (error instanceof Failure) {
		console.error(error.message);
		process.exitCode = 1;
	} else if (!(error instanceof Stopped)) {
		throw error;
	}
}
