import type { Page } from '@playwright/test';
import { SCENARIOS, type Language, type Rung } from '../../src/lib/questions';
import type { Made } from './pages/quiz-page';
import { expect, test } from './support/fixtures';
import { inLanguage } from '../support/routes';
import { RUNGS } from '../support/runs';
import { recognise, say, scenesIn } from '../support/words';

/** What the visitors of these stories would do, in the order of the key. */
function choicesIn(language: Language): Made[] {
	return SCENARIOS.map(({ id: scene }, place) => {
		const rung = RUNGS[place] as Rung;
		return { scene, rung, text: scenesIn(language)[scene].options[rung] };
	});
}

/** The whole quiz as one form, operated by the words that stand on it: nothing here knows its order. */
class PaperPage {
	readonly tooFew;

	constructor(
		readonly page: Page,
		readonly language: Language
	) {
		this.tooFew = page.getByRole('alert');
	}

	async open() {
		await this.page.goto(inLanguage(this.language, '/paper'));
	}

	option({ scene, text }: Made) {
		const { stem } = scenesIn(this.language)[scene];
		return this.page.getByRole('group').filter({ hasText: stem }).getByRole('radio', { name: text });
	}

	async mark(choices: readonly Made[]) {
		for (const choice of choices) await this.option(choice).check();
	}

	async send() {
		await this.page.getByRole('button', { name: say(this.language, 'paper.send.button') }).click();
	}
}

test.use({
	javaScriptEnabled: false,
	// A page that says what is missing is answered with a status that says so, too.
	expectedErrors: /status of 422/
});

test('adds up the answers once there are enough, and keeps them until then', async ({ page, result }) => {
	const paper = new PaperPage(page, 'en');
	const choices = choicesIn('en');
	const [early, late] = [choices.slice(0, 14), choices.slice(14)];
	await paper.open();
	await paper.mark(early);
	await paper.send();

	await expect(paper.tooFew).toContainText(say('en', 'paper.tooFew.text', { missing: 2 }));
	for (const choice of early) await expect(paper.option(choice)).toBeChecked();
	await paper.tooFew.getByRole('link').click();
	const target = page.locator(':target');
	await expect(target).toBeInViewport();
	await expect(target.getByRole('radio', { name: say('en', 'paper.none') })).toBeChecked();

	await paper.mark(late);
	await paper.send();
	await result.expectOpen();
	await result.expectScoreOf(choices);
	await page.reload();
	await result.expectScoreOf(choices);
});

test('sends the same form twice without harm', async ({ page, result }) => {
	const paper = new PaperPage(page, 'en');
	await paper.open();
	await paper.mark(choicesIn('en'));
	await paper.send();
	await result.expectOpen();
	const address = page.url();
	await page.goBack();
	await paper.mark(choicesIn('en'));
	await paper.send();
	await expect(page).toHaveURL(address);
});

test.describe('in Arabic', () => {
	test.use({ language: 'ar' });

	test('leads to the result in Arabic, with four scenes left out', async ({ page, result }) => {
		const paper = new PaperPage(page, 'ar');
		const choices = choicesIn('ar').slice(2, 18);
		await paper.open();
		await paper.mark(choices.slice(1));
		await paper.send();
		await expect(paper.tooFew).toContainText(say('ar', 'paper.tooFew.text', { missing: 1 }));
		await paper.mark(choices.slice(0, 1));
		await paper.send();
		await result.expectOpen();
		await result.expectScoreOf(choices);
	});
});

test('prints the points that the server counts', async ({ page }) => {
	await new PaperPage(page, 'en').open();
	await page.getByRole('heading', { name: say('en', 'paper.scoring.heading') }).click();
	const key = page.getByRole('table', { name: say('en', 'paper.scoring.key.heading') });
	for (const [place, scene] of (await page.locator('fieldset').all()).entries()) {
		const options = await scene.locator('.option span').allInnerTexts();
		const { rungs } = recognise('en', await scene.locator('.stem').innerText(), options);
		const cells = key
			.getByRole('row')
			.nth(place + 1)
			.getByRole('cell');
		expect((await cells.allInnerTexts()).slice(0, 5)).toEqual(rungs.map(String));
	}
});

test('is kind to what it cannot read', async ({ page, request, baseURL }) => {
	const headers = { accept: 'text/html', origin: String(baseURL) };

	const strange = await request.post('/paper', { headers, form: { 'no-such-scene': 'a', 'thin-post': 'z' } });
	expect(strange.status()).toBe(422);
	await page.setContent(await strange.text());
	await expect(page.getByRole('alert')).toContainText(say('en', 'paper.tooFew.text', { missing: 16 }));

	const torn = { ...headers, 'content-type': 'multipart/form-data; boundary=x' };
	expect((await request.post('/paper', { headers: torn, data: 'half a fo' })).status()).toBe(422);

	const large = await request.post('/paper', { headers, form: { 'thin-post': 'a'.repeat(600_000) } });
	expect(large.status()).toBe(413);
	await page.setContent(await large.text());
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'site.error.tooLarge.heading'));
});
