// npm run mutate [-- share% [seed [folder ...]]]: changes the code a little, many times, and counts what a folder's tests notice.
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { installBench } from '../scripts/lib/install.mjs';
import { main, run } from '../scripts/lib/run.mjs';
import { Failure, root } from '../scripts/lib/tools.mjs';

const FOLDERS = ['scoring', 'result', 'group', 'quiz', 'questions', 'live', 'server/security'];
const DEFAULT_PERCENT = 10;
const DEFAULT_SEED = 1;
const NOTICED = ['Killed', 'Timeout'];

/** @import { MutantResult, PartialStrykerOptions } from '@stryker-mutator/api/core' */
/** @typedef {Pick<MutantResult, 'fileName' | 'location' | 'mutatorName' | 'replacement'>} Change */

/** @type {PartialStrykerOptions} */
const OPTIONS = {
	testRunner: 'vitest',
	plugins: ['@stryker-mutator/vitest-runner', join(root, 'bench/lib/drawn-changes.mjs')],
	checkers: ['drawn'],
	ignorers: ['globs'],
	vitest: { configFile: 'vite.config.ts', related: true },
	coverageAnalysis: 'perTest',
	// What runs once, as a module is loaded, is not changed in Vitest 5, and would count as missed.
	ignoreStatic: true,
	concurrency: 2,
	dryRunTimeoutMinutes: 15,
	// A change that never ends costs this each time; on a busy machine the rest takes several times its time.
	timeoutMS: 20_000,
	timeoutFactor: 4,
	tempDirName: '.stryker-tmp',
	ignorePatterns: ['bench', 'build*', 'data', 'docs', 'tests/e2e', 'tests/system'],
	reporters: ['progress-append-only'],
	logLevel: /** @type {never} */ ('warn')
};

await main(async () => {
	const [percent = DEFAULT_PERCENT, seed = DEFAULT_SEED, ...folders] = process.argv.slice(2);
	if (!(Number(percent) > 0) || !Number.isInteger(Number(seed)))
		throw new Failure('Say the share in percent and the seed as numbers: npm run mutate -- 10 1 scoring');
	await installBench();
	process.chdir(root);
	// Types of Kit that tsconfig.json extends: a fresh clone has none.
	if ((await run('svelte-kit sync')) !== 0) throw new Failure('See above.');
	const { Stryker } = await import('@stryker-mutator/core');
	const wanted = folders.length > 0 ? folders : FOLDERS;
	const drawn = draw(await possibleChanges(wanted), Number(percent) / 100, random(Number(seed)));
	console.log(`${drawn.length} changes drawn with seed ${seed}`);

	const results = await new Stryker({
		...OPTIONS,
		mutate: drawn.map(({ range }) => range),
		// A folder's rules are held by its own tests; with all that import it a sample takes hours.
		testFiles: wanted.map((folder) => `src/lib/${folder}/**/*.test.ts`)
	}).runMutationTest();
	report(results, new Set(drawn.map(({ key }) => key)), wanted);
});

/** Every change that Stryker would make. @param {string[]} folders */
async function possibleChanges(folders) {
	const { createInstrumenter } = await import('@stryker-mutator/instrumenter');
	const { createInjector } = await import('typed-inject');
	const { globs } = await import('./lib/drawn-changes.mjs');
	const silent = Object.assign(Object.create(console), {
		isDebugEnabled: () => false,
		debug: () => undefined
	});
	const instrumenter = createInjector()
		.provideValue('logger', silent)
		.provideValue('getLogger', () => silent)
		.injectFunction(createInstrumenter);
	const files = folders
		.flatMap((folder) => globSync(`src/lib/${folder}/**/*.ts`))
		.filter((file) => !/\.(test|fake|fixture|arbitrary)\.ts$/.test(file))
		.sort()
		.map((name) => ({ name, content: readFileSync(name, 'utf8'), mutate: true }));
	const options = { plugins: null, excludedMutations: [], ignorers: [globs], noHeader: true };
	const { mutants } = await instrumenter.instrument(files, options);
	const contents = new Map(files.map(({ name, content }) => [name, content]));
	return mutants.filter(
		(mutant) => mutant.status !== 'Ignored' && !declaresState(mutant, contents.get(mutant.fileName) ?? '')
	);
}

/** Whether Svelte would refuse the change: runes stand at the top of a constructor. @param {Change} change @param {string} content */
function declaresState({ mutatorName, location: { start, end } }, content) {
	if (mutatorName !== 'BlockStatement') return false;
	return content
		.split('\n')
		.slice(start.line, end.line + 1)
		.join('\n')
		.includes('$state');
}

/** @param {readonly Change[]} changes @param {number} share @param {() => number} next */
function draw(changes, share, next) {
	return changes
		.filter(() => next() < share)
		.map((change) => {
			const { start, end } = change.location;
			// Lines of a range count from 1, everything else from 0.
			const range = `${change.fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
			return {
				range,
				key: keyOf(change.fileName, { ...change, location: { start: fromOne(start), end: fromOne(end) } })
			};
		});
}

/** Results count lines and columns from 1, what is drawn from 0. @param {Change['location']['start']} position */
function fromOne({ line, column }) {
	return { line: line + 1, column: column + 1 };
}

/** @param {string} file @param {Change} change */
function keyOf(file, { location: { start, end }, mutatorName, replacement }) {
	return [file, start.line, start.column, end.line, end.column, mutatorName, replacement].join(' ');
}

/**
 * Counts what was drawn, not what lies inside of it and was changed as well.
 * @param {MutantResult[]} results @param {Set<string>} drawn @param {string[]} folders
 */
function report(results, drawn, folders) {
	const counted = results
		.map((result) => ({
			...result,
			file: relative(root, result.fileName)
		}))
		.filter((result) => drawn.has(keyOf(result.file, result)));
	if (counted.length < drawn.size) throw new Failure(`Of ${drawn.size} changes ${counted.length} came back`);
	for (const folder of folders) {
		const here = counted.filter(({ file }) => file.startsWith(`src/lib/${folder}/`));
		const noticed = here.filter(({ status }) => NOTICED.includes(status)).length;
		const missed = here.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
		const share =
			noticed + missed.length === 0 ? '-' : ((100 * noticed) / (noticed + missed.length)).toFixed(1);
		const endless = here.filter(({ status }) => status === 'Timeout').length;
		console.log(
			`${folder.padEnd(16)} ${share.padStart(5)} % of ${noticed + missed.length} noticed, ${endless} by never ending`
		);
		for (const { file, location, mutatorName, replacement, status } of missed)
			console.log(`  ${status} ${file}:${location.start.line} ${mutatorName}: ${replacement?.slice(0, 100)}`);
	}
}

/** Numbers from 0 to below 1 that are the same for the same seed: mulberry32. @param {number} seed */
function random(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}
