// npm run check:all: format, lint, types and unit tests, two at a time, each one even if an earlier one failed.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from './lib/install.mjs';
import { main, run } from './lib/run.mjs';
import { Failure } from './lib/tools.mjs';

// Misses what a change in one file makes of another; npm test lints without a cache.
const CACHED = '--cache --cache-strategy content';
const LANES = [
	[
		['format', `prettier --check . ${CACHED}`],
		['lint', `eslint . --max-warnings 0 ${CACHED} --cache-location node_modules/.cache/eslint/`]
	],
	[
		['types', 'svelte-check --fail-on-warnings && tsc --noEmit -p tsconfig.worker.json'],
		['unit', 'vitest run']
	]
];

const folder = mkdtempSync(join(tmpdir(), 'no-strings-check-'));
/** @type {string[]} */
const failed = [];

/** Prints what a command printed only where it failed. @param {string} name @param {string} command */
async function check(name, command) {
	const file = join(folder, name);
	const output = openSync(file, 'w');
	const start = Date.now();
	const code = await run(command, { output });
	closeSync(output);
	const seconds = ((Date.now() - start) / 1000).toFixed(1);
	console.log(`${name.padEnd(8)} ${seconds.padStart(6)} s  ${code === 0 ? 'ok' : 'FAILED'}`);
	if (code === 0) return;
	failed.push(name);
	console.log(readFileSync(file, 'utf8'));
}

await main(async () => {
	try {
		await install();
		if ((await run('svelte-kit sync')) !== 0) throw new Failure('`svelte-kit sync` failed.');
		const lanes = LANES.map(async (lane) => {
			for (const [name = '', command = ''] of lane) await check(name, command);
		});
		await Promise.all(lanes);
		if (failed.length > 0) throw new Failure(`Failed: ${failed.join(', ')}`);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
