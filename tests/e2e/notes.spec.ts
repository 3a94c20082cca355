import { LANGUAGES } from '../../src/lib/languages';
import { SCENARIOS } from '../../src/lib/questions';
import { expect, test } from './support/fixtures';
import { inLanguage } from '../support/routes';

/** Pages of a PDF as Chromium writes it. */
const countPages = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;

for (const language of LANGUAGES) {
	for (const format of ['A4', 'Letter']) {
		test(`prints a scene to a page of ${format} in ${language}`, async ({ page }) => {
			await page.goto(inLanguage(language, '/workshops/notes'));
			const pdf = await page.pdf({ format, preferCSSPageSize: false });
			expect(countPages(pdf)).toBe(SCENARIOS.length);
		});
	}
}

test('leads from a title to its note', async ({ page }) => {
	await page.goto('/workshops/notes');
	const [first] = SCENARIOS;
	await page.locator(`nav a[href="#${first.id}"]`).click();
	await expect(page.locator(`section#${first.id} h2`)).toBeInViewport();
});
