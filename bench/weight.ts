// What the main pages weigh on the wire and how Lighthouse scores them on a phone, beside SurveyJS showing the same
// twenty scenarios. Scores are medians of BENCH_RUNS Lighthouse runs, three by default; bytes do not vary. BENCH_PATHS=/,/paper
// measures fewer pages.
import { chromium } from '@playwright/test';
import { ensureBrowser } from '../scripts/browser.mjs';
import { Failure } from '../scripts/lib/tools.mjs';
import { startServer } from './lib/server.ts';
import { weighAll } from './weight/bytes.ts';
import { scoreAll } from './weight/lighthouse.ts';
import { report } from './weight/report.ts';
import { startSurveyJs } from './weight/surveyjs.ts';

const PATHS = [
	'/',
	'/quiz/full',
	'/quiz/short',
	'/result/10nn7nn3nn7nn3a0pq',
	'/scoring',
	'/paper',
	'/es/quiz/full',
	'/ar/quiz/full'
];

try {
	const runs = readRuns(process.env['BENCH_RUNS'] ?? '3');
	const browser = (await ensureBrowser()) ?? chromium.executablePath();
	await using servers = new AsyncDisposableStack();
	const { port } = servers.adopt(await startServer(), (server) => server.stop());
	const surveyJs = servers.use(await startSurveyJs());
	const origin = `http://127.0.0.1:${port}`;
	const paths = process.env['BENCH_PATHS']?.split(',') ?? PATHS;
	const ours = (await present(paths, origin)).map((path) => ({
		name: path,
		url: origin + path,
		quiz: path.includes('/quiz/')
	}));
	const pages = [...ours, { ...surveyJs, quiz: true }];
	const bytes = await weighAll(browser, pages);
	const scores = await scoreAll(browser, pages, runs);
	console.log(report({ bytes, scores, runs, ours: '/quiz/full', theirs: surveyJs.name }));
} catch (error) {
	if (!(error instanceof Failure)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}

/** @param text of BENCH_RUNS */
function readRuns(text: string) {
	if (!/^[1-9]\d?$/.test(text))
		throw new Failure(`BENCH_RUNS should be a whole number from 1 to 99. It is "${text}".`);
	return Number(text);
}

/** A page that this build does not have is left out; any other trouble with a page shows when it is weighed. */
async function present(paths: string[], origin: string) {
	const found = await Promise.all(paths.map(async (path) => (await fetch(origin + path)).status !== 404));
	return paths.filter((_, i) => found[i]);
}
