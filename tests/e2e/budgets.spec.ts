import type { Page, Request } from '@playwright/test';
import { LANGUAGES } from '../../src/lib/questions';
import { expect, test } from './support/fixtures';
import { EVERY_PUBLIC_ADDRESS, inLanguage } from '../support/routes';
import { CODE } from '../support/runs';
import { countColours } from './pages/result-page';
import { putFinishedRun } from './support/device';

// A phone on a slow line pays for every byte. These are bytes on the wire, as compressed, of a first view.
const KB = 1024;
const BUDGET = {
	quizScript: 52 * KB,
	resultScript: 70 * KB,
	chartsScript: 103 * KB,
	css: 15 * KB,
	fonts: 120 * KB
};

/** Style sheets are the same in every language: the others are weighed for their fonts, on one page of each sort. */
const isWeighed = ({ language, path }: (typeof EVERY_PUBLIC_ADDRESS)[number]) =>
	language === 'en' || ['/', '/quiz/full', `/result/${CODE}`].includes(path);

type Kind = 'script' | 'css' | 'font' | 'other';

function kindOf(request: Request): Kind {
	const { pathname } = new URL(request.url());
	if (pathname.endsWith('.js')) return 'script';
	if (pathname.endsWith('.css')) return 'css';
	return pathname.endsWith('.woff2') ? 'font' : 'other';
}

/** Opens a page as somebody who was never here, and weighs what came. */
async function weigh(page: Page, address: string, ready: () => Promise<void> = async () => {}) {
	const requests = new Set<Request>();
	const note = (request: Request) => requests.add(request);
	page.on('request', note);
	await page.goto(address, { waitUntil: 'load' });
	await ready();
	await page.waitForLoadState('networkidle');
	page.off('request', note);
	const bytes: Record<Kind, number> = { script: 0, css: 0, font: 0, other: 0 };
	for (const request of requests) {
		if (!request.url().startsWith('http')) continue;
		const response = await request.response();
		if (['script', 'css'].includes(kindOf(request)))
			expect(await response?.headerValue('content-encoding')).toBe('br');
		bytes[kindOf(request)] += (await request.sizes()).responseBodySize;
	}
	return bytes;
}

test('the start page needs no JavaScript at all', async ({ page }) => {
	for (const language of LANGUAGES) {
		const bytes = await weigh(page, inLanguage(language, '/'));
		expect(bytes.script).toBe(0);
		await expect(page.locator('script[src], link[rel=modulepreload]')).toHaveCount(0);
	}
});

for (const language of LANGUAGES) {
	test.describe(`in ${language}`, () => {
		test.use({ language });

		test('the quiz and its words are light', async ({ page, quiz }, info) => {
			const bytes = await weigh(page, quiz.path, () => quiz.expectScene(1));
			info.annotations.push({ type: 'bytes', description: JSON.stringify(bytes) });
			expect(bytes.script).toBeGreaterThan(10_000);
			expect(bytes.script).toBeLessThanOrEqual(BUDGET.quizScript);
		});

		test('a result is light', async ({ page, result }, info) => {
			const string = () =>
				expect.poll(() => result.canvases.first().evaluate(countColours)).toBeGreaterThan(3);
			const bytes = await weigh(page, inLanguage(language, `/result/${CODE}`), string);
			info.annotations.push({ type: 'bytes', description: JSON.stringify(bytes) });
			expect(bytes.script).toBeGreaterThan(10_000);
			expect(bytes.script).toBeLessThanOrEqual(BUDGET.resultScript);
		});

		test('a result with its charts is light', async ({ page, result }, info) => {
			const bytes = await weigh(page, inLanguage(language, `/result/${CODE}`), () => result.expectCharts(2));
			info.annotations.push({ type: 'bytes', description: JSON.stringify(bytes) });
			expect(bytes.script).toBeGreaterThan(BUDGET.resultScript);
			expect(bytes.script).toBeLessThanOrEqual(BUDGET.chartsScript);
		});

		test('no page has much CSS or many fonts', async ({ browser, baseURL }, info) => {
			for (const { address } of EVERY_PUBLIC_ADDRESS.filter(
				(one) => one.language === language && isWeighed(one)
			)) {
				// A context of its own: the next page would find the fonts of the one before.
				const context = await browser.newContext({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
				const bytes = await weigh(await context.newPage(), address);
				await context.close();
				info.annotations.push({ type: 'bytes', description: `${address} ${JSON.stringify(bytes)}` });
				expect.soft(bytes.css, `CSS of ${address}`).toBeLessThanOrEqual(BUDGET.css);
				expect.soft(bytes.font, `fonts of ${address}`).toBeLessThanOrEqual(BUDGET.fonts);
				expect.soft(bytes.font, `fonts of ${address}`).toBeGreaterThan(0);
			}
		});
	});
}

test('one’s own result, with every word of its debriefs, is not much heavier', async ({
	page,
	result
}, info) => {
	const { code } = await putFinishedRun(page);
	const bytes = await weigh(page, `/result/${code}`, () => expect(result.scenes).toBeVisible());
	info.annotations.push({ type: 'bytes', description: JSON.stringify(bytes) });
	expect(bytes.script).toBeLessThanOrEqual(BUDGET.resultScript + 22_000);
});
