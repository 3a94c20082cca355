import type { Page } from '@playwright/test';
import { expectNoBarrier, expectToFit } from './support/access';
import { STATUS_4XX } from './support/fixtures';
import { expect, test } from './support/opening';

// Wrong input is answered with a status that says so.
test.use({ expectedErrors: STATUS_4XX });

test.describe('the form for a workshop stands in nobody’s way', () => {
	test.use({ contextOptions: { reducedMotion: 'reduce' } });

	for (const language of ['en', 'ar'] as const) {
		test.describe(`in ${language}`, () => {
			test.use({ language });

			async function expectWelcome(page: Page, state: string) {
				await expectNoBarrier(page, state);
				const wide = page.viewportSize();
				await page.setViewportSize({ width: 320, height: 640 });
				await expectToFit(page, state);
				if (wide) await page.setViewportSize(wide);
			}

			test('whatever the state of the form', async ({ page, opening }) => {
				test.slow();
				await opening.open();
				await opening.choice('workshops.form.scenes.own.name').check();
				for (const scene of ['van-dealer', 'dealer-host', 'free-audit'] as const)
					await opening.tick(scene).check();
				await expectWelcome(page, 'picking');
				await opening.submit.click();
				await expect(opening.summary).toBeFocused();
				await expectWelcome(page, 'faults');
				await opening.field('title').fill('Open');
				await opening.submit.click();
				await opening.expectOpened();
				await expectWelcome(page, 'opened');
			});

			test.describe('without a script', () => {
				// Axe is a script itself: the page's own is kept away instead.
				test('with numbers', async ({ page, opening }) => {
					await page.route('**/_app/**/*.js', (route) =>
						route.fulfill({ body: 'export const start = () => {}', contentType: 'text/javascript' })
					);
					await opening.open({ script: false });
					await opening.choice('workshops.form.scenes.own.name').check();
					await opening.place('free-audit').fill('first');
					await opening.submit.click();
					await expect(opening.summary).toBeFocused();
					await expectWelcome(page, 'numbers');
				});
			});
		});
	}
});
