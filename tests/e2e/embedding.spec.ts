import type { Page } from '@playwright/test';
import { CODE } from '../support/runs';
import { BLOG, expect, type Script, test } from './support/embedding';

test.use({ expectedErrors: BLOG });

/** What browsers do in the frames of other sites for people who want no tracking: asking for storage throws. */
async function forbidStorageInFrames(page: Page) {
	await page.addInitScript(() => {
		if (window.parent === window) return;
		Object.defineProperty(window, 'localStorage', {
			get: () => {
				throw new DOMException('The operation is insecure.', 'SecurityError');
			}
		});
	});
}

test.describe('the quiz on somebody’s blog', () => {
	test('stands where the script stands, and asks which form', async ({ page, embed, embedded }) => {
		await embed();
		await expect(embedded.frame).toHaveAttribute('title', 'No Strings');
		await expect(embedded.heading).toHaveText(embedded.say('home.heading'));
		const [script, frame, more] = await page
			.locator('script, iframe, p')
			.evaluateAll((all) => all.map(({ tagName }) => tagName));
		expect([script, frame, more]).toEqual(['SCRIPT', 'IFRAME', 'P']);
		await embedded.inside.getByRole('link', { name: embedded.say('home.start.short.name') }).click();
		await embedded.expectScene(1, 'short');
		expect(await embedded.path()).toBe('/embed/quiz/short');
	});

	test('is as high as it needs to be, whatever it shows', async ({ page, embed, embedded }) => {
		await embed({ form: 'short' });
		await embedded.expectScene(1, 'short');
		const wide = await embedded.expectFits();

		await page.setViewportSize({ width: 360, height: 740 });
		const narrow = await embedded.expectFits();
		expect(narrow, 'on a phone').not.toBe(wide);
		await page.setViewportSize({ width: 1280, height: 720 });
		expect(await embedded.expectFits(), 'and back').toBe(wide);

		await embedded.take('short');
		await embedded.lead('own').waitFor();
		await expect(embedded.inside.locator('.title')).toHaveCount(10);
		expect(await embedded.expectFits(), 'a result is long').toBeGreaterThan(2 * wide);

		await embedded.link('result.take.again').click();
		await expect.poll(() => embedded.path()).toBe('/embed/quiz/short');
		await expect.poll(() => embedded.expectFits(), 'and short again').toBeLessThan(2 * wide);
	});

	test.describe('on a phone', () => {
		test.use({ viewport: { width: 390, height: 760 } });

		test('shows the beginning of each scene and of the result, and moves nothing else', async ({
			page,
			embed,
			embedded
		}) => {
			await embed({ form: 'short' });
			await embedded.expectScene(1, 'short');
			await embedded.expectFits();
			await page.evaluate(() => (document.body.style.paddingBlock = '900px'));
			await page.evaluate(() => scrollTo(0, 10));
			expect(await page.evaluate(() => scrollY), 'nobody asked').toBe(10);
			for (let n = 1; n <= 10; n++) {
				await embedded.expectScene(n, 'short');
				const radio = embedded.inside.getByRole('radio').nth(2);
				await expect(() => radio.check({ timeout: 2_000 })).toPass();
				await embedded.button(n < 10 ? 'quiz.actions.next' : 'quiz.actions.finish').click();
				await expect
					.poll(async () => (await embedded.frame.boundingBox())?.y ?? Number.NaN, `after scene ${n}`)
					.toBeGreaterThanOrEqual(-1);
				if (n < 10) await expect(embedded.inside.locator('#stem')).toBeInViewport();
			}
			await expect(embedded.lead('own')).toBeInViewport();
		});
	});

	test('stands where a module stands', async ({ page, embed, embedded }) => {
		await embed({ form: 'short' }, 'module');
		await embedded.expectScene(1, 'short');
		expect(await page.locator('script + iframe').count()).toBe(1);
	});

	for (const [attributes, path] of [
		[{ lang: 'es-MX', form: 'short' }, '/es/embed/quiz/short'],
		[{ lang: 'ES', form: 'short' }, '/es/embed/quiz/short'],
		[{ lang: 'ar_EG', form: 'Short', theme: 'Dark' }, '/ar/embed/quiz/short?theme=dark'],
		[{ lang: 'ca' }, '/es/embed'],
		[{ lang: 'EN' }, '/embed'],
		[{ lang: 'fr', form: 'short', theme: 'pink' }, '/embed/quiz/short'],
		[{ lang: 'de-CH', result: CODE }, `/embed/result/${CODE}`],
		[{ lang: '../evil', form: 'long' }, '/embed'],
		[{ result: `https://quiz.example/result/${CODE}.` }, `/embed/result/${CODE}`]
	] satisfies [Script, string][]) {
		test(`is shown in the nearest language for ${JSON.stringify(attributes)}`, async ({
			embed,
			embedded
		}) => {
			await embed(attributes);
			await expect(embedded.heading).toBeVisible();
			await expect.poll(() => embedded.path()).toBe(path);
		});
	}

	test('believes nobody else about its height', async ({ page, embed, embedded }) => {
		await embed({ form: 'short' });
		await embedded.expectScene(1, 'short');
		const height = await embedded.expectFits();
		await page.evaluate(async () => {
			const said = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
			window.postMessage({ noStrings: { height: 9999 } }, '*');
			await said;
		});
		expect(await embedded.expectFits()).toBe(height);
	});

	test('is taken to the result, which has its private layers', async ({ page, blog, embed, embedded }) => {
		await embed({ form: 'short' });
		await embedded.take('short');
		await expect(embedded.lead('own')).toBeVisible();
		await expect(embedded.inside.locator('.title')).toHaveCount(10);
		expect(await embedded.path()).toMatch(/^\/embed\/result\/\w+$/);
		expect(page.url(), 'the blog stays').toBe(blog.address);
	});

	test.describe('where the browser keeps what a frame stores', () => {
		// Another part of the same site, as a blog of the same house: a frame there may always store.
		test.use({ host: 'localhost' });

		test('is still finished when one comes back', async ({ page, embed, embedded }) => {
			await embed({ form: 'short' });
			await embedded.take('short');
			await expect(embedded.lead('own')).toBeVisible();
			await page.reload();
			await expect(embedded.heading).toHaveText(embedded.say('ending.done.heading'));
			await embedded.button('ending.done.see').click();
			await expect(embedded.lead('own')).toBeVisible();
			await expect(embedded.inside.getByText('10 of 10 scenes answered')).toBeVisible();
		});
	});

	test('is taken to the result where the browser forbids storage in frames', async ({
		page,
		embed,
		embedded
	}) => {
		await forbidStorageInFrames(page);
		await embed({ form: 'short' });
		await embedded.expectScene(1, 'short');
		const notice = embedded.inside.getByRole('status').getByText(embedded.say('quiz.notices.forbidden'));
		await expect(notice).toBeVisible();
		await embedded.take('short');
		await expect(embedded.lead('own')).toBeVisible();
		await expect(embedded.inside.locator('.title')).toHaveCount(10);
		await expect(embedded.inside.getByText('10 of 10 scenes answered')).toBeVisible();
	});
});

test.describe('in Arabic', () => {
	test.use({ language: 'ar' });

	test('the quiz is in that language, and stays in it', async ({ embed, embedded }) => {
		await embed({ lang: 'ar', form: 'short' });
		await expect(embedded.root).toHaveAttribute('dir', 'rtl');
		await embedded.take('short');
		await expect(embedded.lead('own')).toBeVisible();
		expect(await embedded.path()).toMatch(/^\/ar\/embed\/result\/\w+$/);
		await embedded.expectFits();
	});
});
