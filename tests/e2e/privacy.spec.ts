import { LANGUAGES } from '../../src/lib/languages';
import { expectNoBarrier, expectToFit } from './support/access';
import { expect, STATUS_4XX, test } from './support/fixtures';
import { inLanguage } from '../support/routes';
import { startServer } from '../support/server';
import { say } from '../support/words';

test.describe('the page about what is kept', () => {
	test('names the spans that the program keeps to', async ({ page }) => {
		await page.goto('/privacy');
		const kept = await page.getByRole('definition').allInnerTexts();
		const spans = kept.flatMap((text) => text.match(/\d+ (?:minute|hour|day)s?/g) ?? []);
		expect(spans).toEqual([
			...['365 days'],
			...['1 day', '180 days', '30 days', '180 days'],
			...['10 minutes'],
			...['1 hour', '10 minutes']
		]);
		await expect(page.locator('#who')).toHaveText(new RegExp(say('en', 'site.operator.unnamed')));
		await expect(page.locator('footer').getByText(say('en', 'site.operator.unnamed'))).toBeHidden();
	});

	for (const language of LANGUAGES) {
		test(`is in nobody’s way in ${language}`, async ({ page }) => {
			await page.setViewportSize({ width: 320, height: 640 });
			await page.goto(inLanguage(language, '/privacy'));
			await expectToFit(page, 'privacy');
			await expectNoBarrier(page, 'privacy');
		});
	}
});

const NAME = 'ورشة <b>Ada</b> & Co.';

/** Stories on a server that says who runs it. */
const named = test.extend<object, { site: string }>({
	site: [
		async ({}, use) => {
			const { port, stop } = await startServer({
				OPERATOR_NAME: NAME,
				OPERATOR_URL: 'https://ada.example/imprint',
				SOURCE_URL: 'https://git.example/no-strings'
			});
			await use(`http://127.0.0.1:${port}`);
			await stop();
		},
		{ scope: 'worker', timeout: 60_000 }
	],
	baseURL: ({ site }, use) => use(site)
});
named.use({ expectedErrors: STATUS_4XX });

named('who runs the server is said on every kind of page, as it was written', async ({ page }) => {
	const footer = page.locator('footer');
	const name = say('en', 'site.operator.named', { name: `\u2068${NAME}\u2069` });
	for (const path of ['/', '/quiz/full', '/privacy', '/scoring', '/nope'])
		await test.step(path, async () => {
			await page.goto(path, { waitUntil: 'networkidle' });
			const link = (text: string) => footer.getByRole('link', { name: text, exact: true });
			await expect(link(name)).toHaveAttribute('href', 'https://ada.example/imprint');
			await expect(link(say('en', 'site.operator.source'))).toHaveAttribute(
				'href',
				'https://git.example/no-strings'
			);
		});
});
