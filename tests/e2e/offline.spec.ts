import { ErrorPage } from './pages/error-page';
import { expect, NO_NETWORK, test } from './support/fixtures';
import { untilReadyForOffline } from './support/offline';
import { runKey, runWith } from '../support/runs';
import { putOnDevice, savedRun } from './support/device';

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

test('a page that was never visited says that one is offline, in its language', async ({
	context,
	page,
	quiz
}) => {
	await quiz.open();
	await untilReadyForOffline(page);
	await context.setOffline(true);
	for (const language of ['en', 'es', 'ar'] as const) {
		const error = new ErrorPage(page, language);
		await error.open('/somewhere-else');
		await error.expectToSay('site.error.offline.heading', 'site.error.offline.text');
		await expect(error.wayOn).toBeVisible();
	}
});

test('a broken link to a result says what is wrong also without a network', async ({
	context,
	page,
	quiz
}) => {
	await quiz.open();
	await untilReadyForOffline(page);
	await context.setOffline(true);
	const error = new ErrorPage(page, 'es');
	await error.open('/result/1234');
	await error.expectToSay('site.error.result.heading', 'site.error.result.malformed');
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
