import type { Page } from '@playwright/test';
import { ErrorPage } from './pages/error-page';
import { expectNoBarrier } from './support/access';
import { expect, STATUS_4XX, test } from './support/fixtures';
import { EVERY_PUBLIC_ADDRESS, inLanguage } from '../support/routes';
import { runKey, runWith } from '../support/runs';
import { putFinishedRun, putOnDevice } from './support/device';

test.use({ expectedErrors: STATUS_4XX, contextOptions: { reducedMotion: 'reduce' } });

for (const language of ['en', 'ar'] as const) {
	test.describe(`in ${language}, nothing stands in anybody’s way`, () => {
		test.use({ language });

		const addresses = [
			...EVERY_PUBLIC_ADDRESS.filter((one) => one.language === language).map(({ address }) => address),
			// The shell is empty until the router has opened something in it.
			...['/offline', '/embed', '/nope', '/result/1234'].map((path) => inLanguage(language, path))
		];
		for (const address of addresses) {
			test(`on ${address} as it opens`, async ({ page }) => {
				await page.goto(address, { waitUntil: 'networkidle' });
				await expectNoBarrier(page, address);
			});
		}

		test('in the quiz, whatever its state', async ({ page, quiz }) => {
			test.slow();
			await quiz.open();
			await quiz.choose(1);
			await expectNoBarrier(page, 'chosen');
			await quiz.next.click();
			await quiz.next.click();
			await expect(quiz.notice('quiz.hint.choose')).toBeVisible();
			await quiz.map.click();
			await expectNoBarrier(page, 'asked to choose, with the map open');
			await quiz.skip.click();
			await quiz.back.click();
			await expect(quiz.notice('quiz.skipping.skipped')).toBeVisible();
			await expectNoBarrier(page, 'skipped');
			await quiz.startOver.click();
			await expect(quiz.dialog).toBeVisible();
			await expectNoBarrier(page, 'dialog open');
			await page.keyboard.press('Escape');
			await quiz.confirmStartOver();
			await expect(quiz.undo).toBeVisible();
			await expectNoBarrier(page, 'started over');
		});

		test('at the end of the quiz, and when it is finished', async ({ page, quiz }) => {
			test.slow();
			await putOnDevice(page, { [runKey()]: runWith({ answered: 12, skipped: 8 }) });
			await quiz.open('end');
			await quiz.expectEnd();
			await expectNoBarrier(page, 'too few answers');
			await putOnDevice(page, { [runKey()]: runWith({ answered: 18, skipped: 2 }) });
			await quiz.open();
			await expect(quiz.notice('quiz.notices.resumed')).toBeVisible();
			await expectNoBarrier(page, 'welcomed back');
			await quiz.open('end');
			await expectNoBarrier(page, 'enough answers');
			await putFinishedRun(page);
			await quiz.open();
			await expect(quiz.button('ending.done.change')).toBeVisible();
			await expectNoBarrier(page, 'finished');
			await putOnDevice(page, { [runKey()]: 'junk' });
			await quiz.open();
			await expect(quiz.notice('quiz.notices.setAside')).toBeVisible();
			await expectNoBarrier(page, 'put aside');
		});

		test('on one’s own result, folded and unfolded', async ({ page, result }) => {
			test.slow();
			const { code } = await putFinishedRun(page);
			await result.open(code);
			await expect(result.scenes).toBeVisible();
			await result.expectCharts(2);
			await expectNoBarrier(page, 'own');
			await page.evaluate(() =>
				document.querySelectorAll('details').forEach((details) => (details.open = true))
			);
			await expectNoBarrier(page, 'everything open');
			await result.button('result.deleteAll.open').click();
			await expectNoBarrier(page, 'dialog open');
		});
	});
}

test('a page without a network keeps the way on within reach', async ({ page }) => {
	const error = new ErrorPage(page, 'ar');
	await error.open('/offline');
	await error.wayOn.focus();
	await expect(error.wayOn).toBeFocused();
});

test.describe('those who skip to the content', () => {
	test('land there', async ({ page, home }) => {
		await home.open();
		await page.keyboard.press('Tab');
		const skip = page.getByRole('link', { name: 'Skip to the content' });
		await expect(skip).toBeFocused();
		await expect(skip).toBeInViewport();
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
	});
});

test.describe('those who want nothing to move', () => {
	/** What moves right now, or will in this frame. */
	const moving = (page: Page) =>
		page.evaluate(
			() =>
				new Promise<string[]>((resolve) =>
					requestAnimationFrame(() =>
						resolve(
							document
								.getAnimations()
								.map((animation) => (animation as CSSAnimation).animationName ?? 'transition')
						)
					)
				)
		);

	test('see nothing move', async ({ page, home, quiz }) => {
		await home.open();
		await home.start('full').hover();
		expect(await moving(page)).toEqual([]);
		await quiz.open();
		for (const n of [1, 2]) {
			await quiz.expectScene(n);
			await quiz.options.nth(n).click();
			expect(await moving(page)).toEqual([]);
			await quiz.next.hover();
			expect(await moving(page)).toEqual([]);
			await quiz.next.click();
		}
	});

	test.describe('unlike the others', () => {
		test.use({ contextOptions: { reducedMotion: 'no-preference' } });

		test('for whom a choice plucks the string', async ({ page, quiz }) => {
			await quiz.open();
			const plucked = page.evaluate(
				() =>
					new Promise<string>((resolve) =>
						addEventListener('animationstart', (event) => resolve(event.animationName), { once: true })
					)
			);
			await quiz.choose(2);
			expect(await plucked).toContain('pluck');
		});
	});
});
