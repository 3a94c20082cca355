import { emptyOption, emptyWords, type OwnScene } from '../../src/lib/own-scenes';
import { expect } from '@playwright/test';
import { say } from '../support/words';
import { OpeningPage } from './pages/opening-page';
import { expectNoViolation } from './support/access';
import { STILL } from './support/access-workshop';
import { test, together } from './support/workshop';

const LONG = 'x'.repeat(240);

/** One with rungs, with what a hostile hand would type; one that asks for an opinion, in Spanish alone. */
const SCENES: OwnScene[] = [
	{
		id: 'own-late',
		language: 'en',
		rungs: [4, 0],
		words: {
			en: {
				...emptyWords(2),
				title: '<img src=x onerror=alert(1)> =1+1',
				stem: 'The van comes late. https://example.org [U+202E]',
				options: [
					{ ...emptyOption(), text: '=HYPERLINK("https://example.org")' },
					{ ...emptyOption(), text: LONG }
				],
				discussion: 'What would <b>you</b> want to hear?'
			}
		},
		checks: []
	},
	{
		id: 'own-te',
		language: 'es',
		rungs: null,
		words: {
			es: {
				...emptyWords(3),
				title: 'El té',
				stem: 'Alguien sirve té antes de hablar de precios.',
				options: ['Lo bebo.', 'No lo bebo.', 'Pregunto por qué.'].map((text) => ({ ...emptyOption(), text }))
			}
		},
		checks: []
	}
];

test('scenes that the host wrote are asked among those of the quiz, and are never scored', async ({
	hall
}) => {
	test.slow();
	const desk = await hall.device('en');
	await desk.addInitScript(
		([key, value]) => localStorage.setItem(key as string, value as string),
		['no-strings-scenes:all', JSON.stringify({ schemaVersion: 1, scenes: SCENES })]
	);
	const opening = new OpeningPage(desk, 'en');
	await desk.goto('/workshops');
	await opening.field('title').fill('A trade of our own');
	await opening.field('smallestGroup').fill('3');
	await opening.choice('workshops.form.scenes.own.name').check();
	await desk.getByRole('checkbox', { name: 'El té' }).check();
	await desk.getByRole('checkbox', { name: /onerror/ }).check();
	await opening.submit.click();
	const link = await opening.link.inputValue();
	const [, code = ''] = /\/w\/(\w{6})\/host/.exec(link) ?? [];
	const workshop = hall.workshop(code, link, 'en');
	const [host, screen, people] = await Promise.all([
		workshop.host(),
		workshop.screen(),
		workshop.participants(['en', 'es', 'ar'])
	]);
	await host.press('start');
	await together(people, async ({ page }, i) => {
		await expect(page.locator('.stem')).toHaveText('Alguien sirve té antes de hablar de precios.');
		if (i !== 1) await expect(page.locator('.stem')).toHaveAttribute('lang', 'es');
		if (i === 2) await expect(page.locator('.stem')).toHaveAttribute('dir', 'ltr');
		await page.getByRole('radio', { name: 'Lo bebo.', exact: true }).click();
	});
	for (const person of people) await person.expectStored();
	for (const { page } of [host, screen, ...people]) {
		await page.emulateMedia(STILL);
		await expectNoViolation(page, 'the facilitator’s own scene');
	}
	await host.press('close');
	await host.press('reveal');
	await expect(screen.page.getByText(say('en', 'group.own.mark'))).toBeVisible();
	await host.press('next');
	await together(people, async ({ page }, i) => {
		await expect(page.locator('.stem')).toContainText('https://example.org [U+202E]');
		await expect(page.locator('.stem a')).toHaveCount(0);
		await page
			.getByRole('radio')
			.nth(i === 0 ? 0 : 1)
			.click();
	});
	for (const person of people) await person.expectStored();
	await host.press('close');
	await host.press('reveal');
	await expect(screen.page.locator('img[src="x"]')).toHaveCount(0);
	for (const { page } of [host, screen, ...people]) await expectNoViolation(page, 'its picture');
	await host.press('end');
	await expect
		.poll(async () => (await workshop.state()).groupPicture)
		.toMatchObject({ counted: [], shown: 0 });
	const csv = await workshop.file(host, 'scenes.csv');
	expect(csv).toContain('<img src=x onerror=alert(1)> =1+1');
	await host.page.goto(`/w/${code}/host/report`);
	await expect(host.page.getByText(say('en', 'group.own.mark'))).toHaveCount(2);
	await expect(host.page.locator('img[src="x"]')).toHaveCount(0);
});
