import { LONGEST } from '../../src/lib/own-scenes';
import { HOSTILE_SCENES, TURNING } from '../support/hostile-scenes';
import { fileOf } from '../support/own-scenes';
import { say } from '../support/words';
import { ScenesPage } from './pages/scenes-page';
import { expectHarmless } from './support/hostile-words';
import { expect, test, together } from './support/workshop';
import { filesIn } from './support/zip';
import { readFile } from 'node:fs/promises';

// What a host may write or be sent: words without a break, other directions, markup, addresses, formulas.

const SMALL = { width: 320, height: 640 };
const OWN = ['own-long', 'own-turn'] as const;

test('hostile words do nothing where scenes are written, checked and picked', async ({ hall }) => {
	const page = await hall.device('en', { viewport: SMALL });
	const library = new ScenesPage(page, 'en');
	await library.openList();
	await library.openFile(fileOf(HOSTILE_SCENES));
	await expect(library.rows).toHaveCount(2);
	await expectHarmless(page, 'the list');
	await library.button('scenes.list.duplicateThis', { title: `=1+1 ${TURNING}` }).click();
	await expectHarmless(page, 'a scene was copied');
	for (const id of OWN) {
		await library.open(`/${id}`);
		await expect(library.story).toHaveValue(/./);
		await expectHarmless(page, `editing ${id}`);
	}
	await library.open('/check/own-long');
	await expect(page.locator('fieldset select').first()).toBeVisible();
	await expectHarmless(page, 'checking');
	await page.locator('fieldset select').first().selectOption('0');
	await library.button('scenes.check.done').click();
	await expect(page.locator('#outcome')).toBeVisible();
	await expectHarmless(page, 'checked');
	await page.goto('/workshops');
	await page.getByRole('radio', { name: say('en', 'workshops.form.scenes.own.name'), exact: true }).check();
	for (const name of [/W{80}/, /=1\+1/]) await page.getByRole('checkbox', { name }).first().check();
	await expectHarmless(page, 'picking');
	await page.getByRole('button', { name: /=1\+1.* up$/ }).click();
	await expect(page.getByText(/=1\+1.* is now 1 of 2/)).toBeAttached();
	await expectHarmless(page, 'moved');
});

test('hostile words do nothing in a workshop, nor in what it leaves behind', async ({ hall }) => {
	test.slow();
	const workshop = await hall.open({
		own: HOSTILE_SCENES,
		scenes: OWN,
		smallestGroup: 3,
		guessing: true
	});
	const [host, screen, people] = await Promise.all([
		workshop.host(),
		workshop.screen(),
		workshop.participants(['en', 'es', 'ar'])
	]);
	const pages = [host, screen, ...people].map(({ page }) => page);
	await Promise.all(people.map(({ page }) => page.setViewportSize(SMALL)));
	const harmless = async (where: string) => {
		for (const [i, page] of pages.entries()) await expectHarmless(page, `${where}, page ${i}`);
	};
	await harmless('the lobby');
	await host.press('start');
	for (const scene of OWN) {
		await together(people, async ({ page }, i) => {
			await page.locator('fieldset.options').getByRole('radio').nth(i).click();
			const guesses = page.getByRole('radiogroup').getByRole('radio');
			await guesses.nth(i < 2 ? 0 : 1).click();
		});
		for (const person of people) await expect(person.text('participant.guess.stored')).toBeVisible();
		await harmless(`${scene} open`);
		await host.press('close');
		await host.press('reveal');
		// So long an option leaves it no room.
		await expect(screen.page.locator('.guesses')).toBeAttached();
		await harmless(`${scene} shown`);
		await host.press('unfold');
		await harmless(`${scene}, one part on`);
		await host.press('askAgain');
		await together(people, async ({ page }, i) => {
			await page
				.locator('fieldset.options')
				.getByRole('radio')
				.nth(2 - i)
				.click();
		});
		for (const person of people) await person.expectStored();
		await harmless(`${scene} asked again`);
		await host.press('close');
		await host.press('reveal');
		await expect(screen.page.locator('.twice .legend')).toBeVisible();
		await harmless(`${scene} shown again`);
		await host.press(scene === OWN.at(-1) ? 'end' : 'next');
	}
	await expect(host.text('host.now.end')).toBeVisible();
	await harmless('the end');
	for (const person of people) await expect(person.text('participant.end.noScore')).toBeVisible();

	await test.step('the report, on a phone and on paper', async () => {
		const report = await host.openReport();
		await expectHarmless(report, 'the report');
		await report.setViewportSize(SMALL);
		await expectHarmless(report, 'the report on a phone');
		await report.close();
	});
	await test.step('tables calculate nothing', async () => {
		for (const name of ['scenes.csv', 'room.csv'] as const)
			for (const cell of (await workshop.table(host, name)).flat())
				expect(cell, name).not.toMatch(/^\s*[=+@\t]|^\s*-\D/);
		const scenes = await workshop.file(host, 'scenes.csv');
		expect(scenes).toContain(`'=1+1 ${TURNING}`);
		expect(scenes).toContain(`'=HYPERLINK(`);
	});
	await test.step('pictures to take home are drawn', async () => {
		const downloading = host.page.waitForEvent('download');
		await host.page.getByRole('button', { name: /\(ZIP\)/ }).click();
		const files = filesIn(await readFile(await (await downloading).path()));
		for (const scene of OWN) expect([...files.keys()].some((name) => name.includes(scene))).toBe(true);
	});
});

test('a field takes no more than it says', async ({ hall }) => {
	const page = await hall.device('en');
	const library = new ScenesPage(page, 'en');
	await library.openList();
	const [first] = HOSTILE_SCENES;
	const words = { ...first?.words.en, stem: 'W'.repeat(LONGEST.stem + 1) };
	await library.openFile(fileOf([{ ...first, words: { en: words } }]));
	await expect(page.getByText('scenes[0].words.en.stem')).toBeVisible();
	await expect(library.rows).toHaveCount(0);
});
