import type { Page } from '@playwright/test';
import { FramedQuiz } from './pages/framed-quiz';
import { expect, STATUS_4XX, test as base } from './support/fixtures';
import { PUBLIC_PAGES } from '../support/routes';
import { CODE, SHORT_CODE } from '../support/runs';
import { startBlog, type Blog } from './support/blog';

type Script = Record<string, string>;

const test = base.extend<{
	/** Where the blog is: see `startBlog`. */
	host: '127.0.0.1' | 'localhost';
	blog: Blog;
	embedded: FramedQuiz;
	/** Opens the blog with the script of the quiz in it, and these attributes on the script. */
	embed: (attributes?: Script, type?: string) => Promise<void>;
}>({
	host: ['127.0.0.1', { option: true }],
	blog: async ({ page, host }, use) => {
		const blog = await startBlog(host);
		await use(blog);
		await page.close();
		await blog.stop();
	},
	embedded: async ({ page, language }, use) => use(new FramedQuiz(page, language)),
	embed: async ({ page, blog, baseURL }, use) =>
		use(async (attributes = {}, type = 'text/javascript') => {
			const written = Object.entries(attributes).map(([name, value]) => ` data-${name}="${value}"`);
			blog.write(
				`<script type="${type}" src="${baseURL}/embed.js"${written.join('')}></script><p>More of the blog.</p>`
			);
			await page.goto(blog.address);
		})
});

// The blog is elsewhere; everything else is asked of us alone.
const BLOG = /^asked http:\/\/(127\.0\.0\.1|localhost):\d+\/$/;
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
			await expect(embedded.heading).toHaveText(embedded.say('quiz.end.done.heading'));
			await embedded.button('quiz.end.done.see').click();
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

test.describe('the colours of the blog', () => {
	/** How light the background in the frame is, from 0 to 255. */
	const lightness = (embedded: FramedQuiz) =>
		embedded.root.evaluate((root) => {
			const channels = getComputedStyle(root).backgroundColor.match(/[\d.]+/g) ?? [];
			return channels.slice(0, 3).reduce((sum, channel) => sum + Number(channel) / 3, 0);
		});

	for (const [theme, colorScheme] of [
		['dark', 'light'],
		['light', 'dark']
	] as const) {
		test(`are ${theme} on a ${colorScheme} device, from the first page to the result`, async ({
			page,
			embed,
			embedded
		}) => {
			await page.emulateMedia({ colorScheme });
			const expectTheme = async () =>
				theme === 'light'
					? expect(await lightness(embedded)).toBeGreaterThan(200)
					: expect(await lightness(embedded)).toBeLessThan(60);
			await embed({ theme });
			await expect(embedded.heading).toHaveText(embedded.say('home.heading'));
			await expectTheme();
			await embedded.inside.getByRole('link', { name: embedded.say('home.start.short.name') }).click();
			await embedded.take('short');
			await embedded.lead('own').waitFor();
			expect(await embedded.path()).toMatch(new RegExp(`^/embed/result/\\w+\\?theme=${theme}$`));
			await expectTheme();
		});
	}

	test('are those of the device where the blog names none, or one that is none', async ({
		page,
		embed,
		embedded
	}) => {
		await page.emulateMedia({ colorScheme: 'dark' });
		for (const attributes of [{ form: 'full' }, { form: 'full', theme: 'pink' }]) {
			await embed(attributes);
			await embedded.expectScene(1, 'full');
			expect(await lightness(embedded)).toBeLessThan(60);
		}
	});
});

test.describe('a result on somebody’s blog', () => {
	test('is the one that the script names', async ({ embed, embedded }) => {
		await embed({ result: CODE, title: 'How I share' });
		await expect(embedded.frame).toHaveAttribute('title', 'How I share');
		await expect(embedded.lead('shared')).toBeVisible();
		await expect(embedded.inside.getByText('65 of 100')).toBeVisible();
		await embedded.expectFits();
	});

	test('is found in another spelling of its code, in the frame and its colours', async ({
		embed,
		embedded
	}) => {
		await embed({ result: CODE.toUpperCase(), theme: 'dark' });
		await expect(embedded.inside.getByText('65 of 100')).toBeVisible();
		expect(await embedded.path()).toBe(`/embed/result/${CODE}?theme=dark`);
	});

	test.describe('that is none', () => {
		test.use({ expectedErrors: new RegExp(`${BLOG.source}|${STATUS_4XX.source}`) });

		test('says so, and shows a way on inside the frame', async ({ embed, embedded }) => {
			await embed({ result: CODE.slice(1) });
			await expect(embedded.heading).toHaveText(embedded.say('site.error.result.heading'));
			await embedded.expectFits();
			await embedded.link('site.error.home').click();
			await expect(embedded.heading).toHaveText(embedded.say('home.heading'));
			expect(await embedded.path()).toBe('/embed');
		});
	});

	test('is passed on as a page of its own, not as a frame', async ({
		page,
		context,
		baseURL,
		embed,
		embedded
	}) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await embed({ result: SHORT_CODE });
		await expect(embedded.lead('shared')).toBeVisible();
		await embedded.expectFits();
		await expect(async () => {
			await embedded.inside.locator('article > :last-child').scrollIntoViewIfNeeded();
			await expect(embedded.button('share.actions.copyLink')).toBeVisible({ timeout: 2000 });
		}).toPass();
		await embedded.button('share.actions.copyLink').click();
		await expect(embedded.inside.getByRole('status').filter({ hasText: '“' })).toBeVisible();
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		expect(copied).toBe(`${baseURL}/result/${SHORT_CODE}`);
	});

	test('lets everything that is no quiz open outside', async ({ page, baseURL, embed, embedded }) => {
		await embed({ result: CODE });
		for (const [link, path] of [
			[embedded.link('result.limits.link'), '/scoring'],
			[embedded.link('site.name'), '/']
		] as const) {
			const opening = page.waitForEvent('popup');
			await link.click();
			const popup = await opening;
			await popup.waitForURL(`${baseURL}${path}`);
			await expect(popup.getByRole('banner')).toBeVisible();
			await popup.close();
			expect(await embedded.path()).toBe(`/embed/result/${CODE}`);
		}
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

test.describe('a site that frames what it may not', () => {
	test.use({ expectedErrors: new RegExp(`${BLOG.source}|frame-ancestors`) });

	test('shows nothing of ours, whichever page it tries', async ({ page, blog, baseURL, embedded }) => {
		const framed = async (path: string) => {
			blog.write(`<iframe src="${baseURL}${path}"></iframe>`);
			await page.goto(blog.address);
			return page.frames()[1];
		};
		// What may be framed is there, so that what is not there was refused.
		expect((await framed('/embed/quiz/full'))?.url()).toBe(`${baseURL}/embed/quiz/full`);
		await embedded.expectScene(1, 'full');

		expect(PUBLIC_PAGES.length).toBeGreaterThan(5);
		for (const path of [...PUBLIC_PAGES, `/ar/result/${CODE}`, `/result/${CODE}/card.png`]) {
			const frame = await framed(path);
			await expect.poll(() => frame?.url(), path).toBe('chrome-error://chromewebdata/');
			await expect(embedded.inside.getByRole('main'), path).toHaveCount(0);
		}
	});
});
