import { STATUS_4XX } from './support/fixtures';
import { CODE, SHORT_CODE } from '../support/runs';
import { BLOG, expect, test } from './support/embedding';

test.use({ expectedErrors: BLOG });

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
		await embedded.button('share.show').click();
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
