// Runs every check in order, each one even if an earlier one failed. The last line has the numbers.
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { offerEngines } from './engines.mjs';
import { build } from './lib/build.mjs';
import { countPlaywright, countRun, countVitest, lastLine } from './lib/count.mjs';
import { install } from './lib/install.mjs';
import { run, Stopped } from './lib/run.mjs';
import { Failure, root, toolEnv } from './lib/tools.mjs';
import { offerNginx } from './nginx.mjs';

/** @import { Count } from './lib/count.mjs' */

/** @type {Record<string, string>} */
const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;
const reports = join(root, 'node_modules', '.cache', 'no-strings');

const MOST_REPEATED = 4_000;

const PREPARATIONS = ['install', 'nginx', 'browser', 'engines'];

/** @type {{ name: string, seconds: number, count: Count }[]} */
const results = [];

/** What failed checks printed, for the end of a log that is often cut. @type {string[]} */
const complaints = [];

try {
	await testEverything();
} catch (error) {
	if (!(error instanceof Stopped)) throw error;
	console.error('Stopped before the end.');
	results.push({ name: 'stopped', seconds: 0, count: one(false) });
}
report();

async function testEverything() {
	if (!(await step('install', install))) return;
	await step('format', () => script('format:check'));
	await step('lint', () => script('lint'));
	await step('types', () => script('check'));
	await step('unit', () => vitest('unit'));
	const built = await step('build', build);
	await step('nginx', offerNginx);
	if (built) await step('system', () => vitest('system'));
	else console.log('\nThe tests of the whole system cannot run without a build.');
	const browser = await step('browser', async () => {
		const path = await ensureBrowser();
		if (path) process.env['CHROMIUM_PATH'] = path;
	});
	await step('engines', offerEngines);
	if (built && browser) {
		await step('stories', () => vitest('engines'));
		await step('e2e', browserTests);
	} else console.log('\nThe browser tests cannot run without a build and a browser.');
}

/** @param {'unit' | 'system' | 'engines'} kind */
async function vitest(kind) {
	const file = freshReport(`${kind}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const retry = kind === 'unit' ? [] : ['--retry=1'];
	const code = await run([...words(`test:${kind}`), ...retry, ...reporters]);
	return countRun(code, file, countVitest);
}

async function browserTests() {
	const file = freshReport('e2e.json');
	const env = { ...toolEnv(), PLAYWRIGHT_JSON_OUTPUT_FILE: file };
	// One of hundreds may meet a machine that is busy elsewhere: it is tried again, and the last line says so.
	const code = await run([...words('test:e2e'), '--retries=1', '--reporter=list,json'], { env });
	return countRun(code, file, countPlaywright);
}

/** @param {string} name of an npm script */
async function script(name) {
	const file = freshReport(`${name.replace(':', '-')}.log`);
	const output = openSync(file, 'w');
	const code = await run(scripts[name] ?? '', { output });
	closeSync(output);
	const printed = readFileSync(file, 'utf8');
	process.stdout.write(printed);
	if (code === 0) return;
	complaints.push(printed);
	throw new Failure(`\`npm run ${name}\` found something.`);
}

/** @param {string} name of an npm script that is one plain command */
function words(name) {
	return scripts[name]?.split(' ') ?? [];
}

/** @param {string} name */
function freshReport(name) {
	mkdirSync(reports, { recursive: true });
	const file = join(reports, name);
	rmSync(file, { force: true });
	return file;
}

/** @param {string} name @param {() => Promise<Count | void>} work gives a count of tests, or is one check itself */
async function step(name, work) {
	console.log(`\n=== ${name}`);
	const start = Date.now();
	/** @type {Count} */
	let count;
	try {
		count = (await work()) ?? one(true);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		console.error(error.message);
		count = one(false);
	}
	const seconds = (Date.now() - start) / 1000;
	results.push({ name, seconds, count });
	console.log(`=== ${name}: ${count.failed ? 'FAILED' : 'ok'}, ${seconds.toFixed(1)} s`);
	return count.failed === 0;
}

/** @param {boolean} passed @returns {Count} */
function one(passed) {
	return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

function report() {
	// Getting ready is not a test; it counts only when it fails.
	const counted = results.filter(({ name, count }) => count.failed || !PREPARATIONS.includes(name));
	console.log();
	for (const result of results) {
		const outcome = counted.includes(result) ? lastLine([result.count]) : 'ready';
		console.log(`${result.name.padEnd(8)} ${result.seconds.toFixed(1).padStart(6)} s  ${outcome}`);
	}
	for (const complaint of complaints) console.log(`\n${complaint.trim().slice(-MOST_REPEATED)}`);
	const failed = results.filter(({ count }) => count.failed);
	if (failed.length) {
		console.log(`\nFailed: ${failed.map(({ name }) => name).join(', ')}`);
		process.exitCode = 1;
	}
	console.log(lastLine(counted.map(({ count }) => count)));
}
