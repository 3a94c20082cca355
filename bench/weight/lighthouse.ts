import lighthouse, { type Artifacts, type Result } from 'lighthouse';
import { TraceProcessor } from 'lighthouse/core/lib/tracehouse/trace-processor.js';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Failure } from '../../scripts/lib/tools.mjs';
import { p50 } from '../lib/numbers.ts';
import type { Target } from './bytes.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const METRICS = [
	'first-contentful-paint',
	'largest-contentful-paint',
	'total-blocking-time',
	'mainthread-work-breakdown',
	'cumulative-layout-shift'
] as const;

type Figure = (typeof CATEGORIES)[number] | (typeof METRICS)[number] | 'processor';

/**
 * Scores from 0 to 100; times in milliseconds; NaN where Lighthouse could not tell. `processor` is what the main thread
 * used, without slowing down: other work on the machine does not stretch it.
 */
export type Figures = Record<Figure, number>;

/** Findings are the titles of the audits that cost points outside performance. */
export type Scores = { name: string; figures: Figures; findings: string[] };

type Run = Omit<Scores, 'name'>;

/** Goes round the pages, so that what else the machine does from minute to minute touches all of them. */
export async function scoreAll(browser: string, targets: Target[], runs: number): Promise<Scores[]> {
	await using chromium = await startChromium(browser);
	const results = targets.map((): Run[] => []);
	for (let i = 0; i < runs; i++) {
		console.error(`Lighthouse: round ${i + 1} of ${runs}`);
		for (const [page, { url }] of targets.entries())
			results[page]?.push(...(await score(url, chromium.port)));
	}
	return targets.map(({ name }, page) => ({ name, ...median(results[page] ?? []) }));
}

/** One run, or none: on a busy machine Lighthouse now and then misses the start of a page, so it may try again. */
async function score(url: string, port: number, attempts = 2): Promise<Run[]> {
	const { lhr, artifacts } = await audit(url, port);
	if (!lhr.runtimeError) return [read(lhr, processorTime(artifacts.Trace))];
	console.error(`Lighthouse could not measure ${url}: ${lhr.runtimeError.message}`);
	return attempts > 1 ? score(url, port, attempts - 1) : [];
}

/** Lighthouse's own defaults: a mid-range phone on slow 4G, simulated. */
async function audit(url: string, port: number) {
	const result = await lighthouse(url, {
		port,
		onlyCategories: [...CATEGORIES],
		disableFullPageScreenshot: true,
		maxWaitForLoad: 20_000,
		logLevel: 'error'
	});
	if (!result) throw new Failure('Lighthouse gave no result.');
	return result;
}

type Task = { name: string; tdur?: number };

/** Sums the tasks of the page's main thread. Chromium's own windows are pages with such a thread too, and may do more. */
function processorTime(trace: Artifacts['Trace']): number {
	const { mainThreadEvents } = TraceProcessor.processTrace(trace) as { mainThreadEvents: Task[] };
	return mainThreadEvents
		.filter(({ name }) => name.endsWith('RunTask'))
		.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
}

function read(lhr: Result, processor: number): Run {
	const points = CATEGORIES.map((id) => [id, (lhr.categories[id]?.score ?? NaN) * 100]);
	const metrics = METRICS.map((id) => [id, lhr.audits[id]?.numericValue ?? NaN]);
	const costly = CATEGORIES.slice(1)
		.flatMap((id) => lhr.categories[id]?.auditRefs ?? [])
		.filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1);
	return {
		figures: Object.fromEntries([...points, ...metrics, ['processor', processor]]) as Figures,
		findings: costly.map(({ id }) => lhr.audits[id]?.title ?? id)
	};
}

function median(runs: Run[]): Run {
	const middle = (id: keyof Figures) => p50(runs.map((run) => run.figures[id]));
	return {
		figures: Object.fromEntries(
			[...CATEGORIES, ...METRICS, 'processor' as const].map((id) => [id, middle(id)])
		) as Figures,
		findings: [...new Set(runs.flatMap((run) => run.findings))]
	};
}

/** Playwright would stay attached to every page and slow it down; Lighthouse gets a browser of its own. */
async function startChromium(path: string) {
	const profile = await mkdtemp(join(tmpdir(), 'no-strings-bench-'));
	const flags = [
		'--headless=new',
		'--remote-debugging-port=0',
		`--user-data-dir=${profile}`,
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-extensions',
		// The sandbox refuses to work for root, who is alone in most containers.
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
	];
	const child = spawn(path, [...flags, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
	for await (const line of createInterface(child.stderr)) {
		const port = Number(/^DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(line)?.[1]);
		if (!port) continue;
		// Nobody reads the rest; a full pipe would stop it.
		child.stderr.resume();
		return { port, [Symbol.asyncDispose]: stop };
	}
	await stop();
	throw new Failure(`${path} did not start.`);

	async function stop() {
		const gone = once(child, 'exit');
		if (child.exitCode === null && child.kill()) await gone;
		// What the browser started may live on for a while and hold the other end.
		child.stderr.destroy();
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	}
}
