import { LiveWorkshop } from '../support/workshop-api';
import { say } from '../support/words';
import { STATUS_4XX } from './support/fixtures';
import { BLOG, expect, test } from './support/embedding';

/** Pages of the host are not there for a frame without cookies, and no others may be framed. */
const REFUSED = new RegExp(`frame-ancestors|${STATUS_4XX.source}`);

/** Somebody else's page as another site, and as one whose frames browsers send cookies to. */
for (const host of ['127.0.0.1', 'localhost'] as const) {
	test.describe(`slides at ${host}`, () => {
		test.use({
			host,
			expectedErrors: new RegExp(`${BLOG.source}|${REFUSED.source}`),
			expectedCookies: /^host-/
		});

		test('show the screen of a workshop whose host allows it, and nobody leads in there', async ({
			page,
			blog,
			baseURL
		}) => {
			const base = baseURL ?? '';
			const workshop = await LiveWorkshop.open(base, { framing: true, title: 'On a slide' });
			await page.goto(`${workshop.path}/host?key=${workshop.key}`);
			const asked: string[] = [];
			page.on('request', (request) => {
				if (request.frame() !== page.mainFrame()) asked.push(new URL(request.url()).pathname);
			});
			blog.write(`<iframe src="${base}${workshop.path}/screen" width="900" height="600"></iframe>`);
			await page.goto(blog.address);
			const inside = page.frameLocator('iframe');
			await expect(inside.getByText(say('en', 'group.lobby.here', { count: 0 }))).toBeVisible();
			await expect.poll(() => asked).toContain(`${workshop.path}/events`);

			await inside.locator('body').press('PageDown');
			await inside.locator('body').press(' ');
			// What follows is seen in the frame: a press that led would have been before it.
			await workshop.seat();
			await expect(inside.getByText(say('en', 'group.lobby.here', { count: 1 }))).toBeVisible();
			expect((await workshop.room()).stage).toBe('lobby');
			expect(asked.filter((path) => path.includes('/host'))).toEqual([]);
		});

		test('show nothing else of it, and no screen whose host did not', async ({ page, blog, baseURL }) => {
			const base = baseURL ?? '';
			const [allowed, other] = await Promise.all([
				LiveWorkshop.open(base, { framing: true }),
				LiveWorkshop.open(base)
			]);
			const refused = [
				`${other.path}/screen`,
				allowed.path,
				`${allowed.path}/host`,
				`${allowed.path}/host/report`,
				`${allowed.path}/screen?key=${allowed.key}`
			];
			for (const path of refused) {
				blog.write(`<iframe src="${base}${path}"></iframe>`);
				await page.goto(blog.address);
				await expect.poll(() => page.frames()[1]?.url(), path).toBe('chrome-error://chromewebdata/');
			}
		});
	});
}
