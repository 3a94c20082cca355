import { PUBLIC_PAGES } from '../support/routes';
import { CODE } from '../support/runs';
import { BLOG, expect, test } from './support/embedding';

test.use({ expectedErrors: BLOG });

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
