// npm run bench [-- name ... [--option ...]]: builds what is measured, then runs each bench by itself, one after the other.
import { existsSync, readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { build } from '../scripts/lib/build.mjs';
import { installBench } from '../scripts/lib/install.mjs';
import { main, run } from '../scripts/lib/run.mjs';
import { Failure, root } from '../scripts/lib/tools.mjs';

const all = readdirSync(join(root, 'bench'))
	.filter((file) => file.endsWith('.ts'))
	.map((file) => file.slice(0, -'.ts'.length))
	.sort();

/**
 * @param {string[]} names
 * @param {string[]} options for each of them
 */
async function bench(names, options) {
	const unknown = names.filter((name) => !existsSync(join(root, 'bench', `${name}.ts`)));
	if (unknown.length > 0)
		throw new Failure(`There is no bench ${unknown.join(', ')}. There are: ${all.join(', ')}`);
	await installBench();
	// npm test cannot check them: it does not install what they import.
	if ((await run('svelte-kit sync')) !== 0 || (await run('tsc --noEmit -p bench')) !== 0)
		throw new Failure('The types of the benches do not fit. See above.');
	await build();
	for (const name of names) {
		console.log(`\n=== ${name} (load before: ${loadavg()[0]?.toFixed(1)})`);
		if ((await run(['node', `bench/${name}.ts`, ...options])) !== 0) process.exitCode = 1;
	}
}

await main(async () => {
	const given = process.argv.slice(2);
	const option = given.findIndex((name) => name.startsWith('--'));
	const names = option === -1 ? given : given.slice(0, option);
	await bench(names.length > 0 ? names : all, option === -1 ? [] : given.slice(option));
});
