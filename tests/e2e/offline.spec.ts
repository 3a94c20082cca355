import type { Page } from '@playwright/test';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Builds } from '../../scripts/lib/builds.mjs';
import { ErrorPage } from './pages/error-page';
import { QuizPage } from './pages/quiz-page';
import { expect, NO_NETWORK, test } from './support/fixtures';
import { untilReadyForOffline } from './support/offline';
import { runKey, runWith } from '../support/runs';
import { putOnDevice, savedRun } from './support/device';
import { exampleFiles } from '../support/routes';
import { say } from '../support/words';
test.use({ serviceWorkers: 'allow', expectedErrors: NO_NETWORK });

test('after one visit the quiz is finished and its result looked at without a network', async ({
	context,
	page,
	quiz,
	result,
	home
}) => {
	await putOnDevice(page, { [runKey()]: runWith({ answered: 17 }) });
	await quiz.open();
	await untilReadyForOffline(page);
	await context.setOffline(true);

	await test.step('a reload in the middle loses nothing', async () => {
		await page.reload();
		await quiz.expectScene(18);
		await quiz.expectAnswered(17);
	});
	await test.step('the last scenes are answered', async () => {
		for (const n of [18, 19, 20]) {
			await quiz.expectScene(n);
			await quiz.choose(n % 5);
			await quiz.next.or(quiz.seeResult).last().click();
		}
		expect(Object.keys((await savedRun(page)).choices)).toHaveLength(20);
	});
	await test.step('the result shows, with its chart and what was chosen', async () => {
		await result.expectOpen();
		await result.expectCharts(2);
		await expect(result.scenes.locator('.title')).toHaveCount(20);
	});
	await test.step('it shows again after a reload', async () => {
		await page.reload();
		await result.expectCharts(2);
		await expect(result.scenes.locator('.title')).toHaveCount(20);
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	});
	await test.step('the start page opens too, and leads back into the quiz', async () => {
		await page.goto('/');
		await home.start('short').click();
		await expect(page).toHaveURL(/\/quiz\/short/);
		await expect(quiz.options).toHaveCount(5);
	});
});

test.describe('in Arabic', () => {
	test.use({ language: 'ar' });

	test('the quiz goes on in its language', async ({ context, page, quiz }) => {
		await quiz.open();
		await untilReadyForOffline(page);
		await context.setOffline(true);
		await page.reload();
		await quiz.expectScene(1);
		await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
		await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
		await quiz.choose(1);
		await quiz.next.click();
		await quiz.expectScene(2);
	});
});

/** What is kept, by path: pages and built files. */
async function keptPaths(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const names = await caches.keys();
		const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return requests.flat().map(({ url }) => new URL(url).pathname);
	});
}

/** Bytes on the wire of what is kept, as compressed. */
function weigh(paths: readonly string[]) {
	let bytes = 0;
	for (const path of paths.filter((one) => one.includes('/_app/'))) {
		const file = join(new Builds().current() ?? '', 'client', path);
		bytes += statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
	}
	return bytes;
}

test('one language is kept, the visitor’s, and another one from its first page on', async ({
	page
}, info) => {
	const es = new QuizPage(page, 'es', 'full');
	await es.open();
	await untilReadyForOffline(page);
	const first = await keptPaths(page);
	const shells = (paths: readonly string[]) => paths.filter((path) => path.endsWith('/shell')).sort();
	expect(shells(first)).toEqual(['/es/shell']);
	info.annotations.push({ type: 'bytes', description: String(weigh(first)) });

	await new QuizPage(page, 'ar', 'full').open();
	await expect.poll(async () => shells(await keptPaths(page))).toEqual(['/ar/shell', '/es/shell']);
	// The words of a language: a tenth of all at least.
	await expect.poll(async () => weigh(await keptPaths(page)) / weigh(first)).toBeGreaterThan(1.1);
});

test('one missing file does not keep the others away', async ({ context, page, quiz }) => {
	const missing = exampleFiles().filter((path) => path.endsWith('.svg') || path.endsWith('.webmanifest'));
	expect(missing.length).toBeGreaterThan(1);
	for (const path of missing) await context.route(`**${path}`, (route) => route.abort());
	await quiz.open();
	await untilReadyForOffline(page);
	expect(await keptPaths(page)).not.toContain(missing[0]);
	await context.setOffline(true);
	await page.reload();
	await quiz.expectScene(1);
});

test.describe('where storage is blocked', () => {
	test('the page works, and nothing is left unhandled', async ({ page, quiz }) => {
		await page.addInitScript(() => {
			Object.defineProperty(Navigator.prototype, 'serviceWorker', {
				get: () => ({ register: () => Promise.reject(new DOMException('Denied.', 'SecurityError')) })
			});
		});
		await quiz.open();
		await quiz.expectScene(1);
		await quiz.choose(1);
	});
});

test('a page that was never visited says that one is offline, in a language that is kept', async ({
	context,
	page
}) => {
	await new QuizPage(page, 'es', 'full').open();
	await untilReadyForOffline(page);
	await context.setOffline(true);
	for (const address of ['/es/somewhere-else', '/ar/somewhere-else', '/quiz/full']) {
		await page.goto(address);
		await expect(page.locator('html')).toHaveAttribute('lang', 'es');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('es', 'site.error.offline.heading'));
		await expect(new ErrorPage(page, 'es').wayOn).toBeVisible();
	}
});

test('a broken link to a result says what is wrong also without a network', async ({ context, page }) => {
	await new QuizPage(page, 'es', 'full').open();
	await untilReadyForOffline(page);
	await context.setOffline(true);
	const error = new ErrorPage(page, 'es');
	await error.open('/result/1234');
	await error.expectToSay('site.error.result.heading', 'site.error.result.short');
});

test('with the network back, the page is the server’s again', async ({ context, page, quiz }) => {
	await quiz.open();
	await untilReadyForOffline(page);
	await context.setOffline(true);
	await page.reload();
	await quiz.expectScene(1);
	await context.setOffline(false);
	const response = await page.reload();
	expect(response?.headers()['content-security-policy']).toContain('nonce-');
	await quiz.expectScene(1);
});
