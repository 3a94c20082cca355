import type { Page } from '@playwright/test';
import { inLanguage } from '../support/routes';
import { CODE, OTHER_CODE } from '../support/runs';
import { putFinishedRun } from './support/device';
import { expect, handed, putShareSheet, test } from './support/sharing';
import type { SharePanel } from './pages/share-panel';

/** What only the person says whose answers they are. */
const CLAIMS = {
	en: /\b(yours|my|your answers|you gave)\b/i,
	es: /\b(tuyo|mis|tus respuestas|respondiste|diste)\b/i,
	ar: /إجاباتي|إجاباتك|النتيجة لك|اخترته/
};

/** Everything that the panel says and hands on; the picture asks its readers for their own answers. */
async function wordsOf(page: Page, panel: SharePanel) {
	await panel.networks.click();
	await panel.share.click();
	await panel.expectSaid('share.done.shared');
	const [sheet] = await handed(page);
	const links = await panel.section
		.getByRole('link')
		.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href.replaceAll('+', ' ')));
	const seen = await panel.section.innerText();
	return [
		seen,
		await panel.picture.getAttribute('alt'),
		sheet?.['text'],
		...links.map(decodeURIComponent)
	].join('\n');
}

for (const language of ['en', 'es', 'ar'] as const) {
	test.describe(`whose answers the words are about, in ${language}`, () => {
		test.use({ language });

		test.beforeEach(({ page }) => putShareSheet(page, { takesFiles: false }));

		test('is left open on somebody else’s result', async ({ page, panel }) => {
			await panel.open(CODE);
			expect(await wordsOf(page, panel)).not.toMatch(CLAIMS[language]);
		});

		test('is left open beside a result of one’s own, and where two are compared', async ({ page, panel }) => {
			const { code } = await putFinishedRun(page);
			await panel.open(OTHER_CODE);
			expect(await wordsOf(page, panel)).not.toMatch(CLAIMS[language]);
			await page.goto(inLanguage(language, `/compare/${code}/${OTHER_CODE}`));
			await panel.reach();
			expect(await wordsOf(page, panel)).not.toMatch(CLAIMS[language]);
		});

		test('is said on one’s own result, in sentences that stand apart', async ({ page, panel }) => {
			const { code } = await putFinishedRun(page);
			await panel.open(code);
			expect(await wordsOf(page, panel)).toMatch(CLAIMS[language]);
			await expect(panel.section.locator('.reveals')).toHaveText(/[^.]\. \S[^.]+\.$/);
			expect(await panel.section.locator('.reveals').innerText()).not.toMatch(/\.\S/);
		});
	});
}
