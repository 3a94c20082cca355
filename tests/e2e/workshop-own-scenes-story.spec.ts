import type { Locator } from '@playwright/test';
import { codeOf } from '../../src/lib/quiz/code-of';
import { formOfScenes, KEY_VERSION, type Rung, type ScenarioId } from '../../src/lib/questions';
import type { ByScene, OwnSceneId } from '../../src/lib/questions';
import { fileOf } from '../support/own-scenes';
import { say, scenesIn } from '../support/words';
import type { HostPage } from './pages/host-page';
import { OpeningPage } from './pages/opening-page';
import type { ParticipantPage } from './pages/participant-page';
import { ScenesPage } from './pages/scenes-page';
import { DENTAL_SCENES } from './support/dental-scenes';
import { expect, test, together, type Hall, type Workshop } from './support/workshop';
import { filesIn } from './support/zip';
import { readFile } from 'node:fs/promises';

/** The host's own before, between and behind those of the quiz. */
const ASKED = [
	'own-referral',
	'linkedin-stranger',
	'dealer-host',
	'own-gift',
	'dealer-proposal',
	'own-samples',
	'thin-post'
] as const;
type Asked = (typeof ASKED)[number];
const OURS = ASKED.filter((scene): scene is Asked & ScenarioId => !scene.startsWith('own-'));
const OWN = ASKED.filter((scene): scene is Asked & OwnSceneId => scene.startsWith('own-'));

/** By person, where a scene has all rungs; of others the rung that the option has, or its position. */
const RUNGS_OF: ByScene<readonly Rung[]> = { 'own-gift': [0, 1, 2], 'own-samples': [4, 1, 2] };
const rungOf = (scene: Asked, person: number): Rung =>
	RUNGS_OF[scene]?.[person] ?? ([0, 3, 4] as const)[person as 0 | 1 | 2];

const titleOf = (scene: Asked): string => {
	const own = DENTAL_SCENES.find(({ id }) => id === scene);
	return own ? (own.words.en?.title ?? '') : scenesIn('en')[scene as ScenarioId].title;
};

function optionText(scene: Asked, { language }: ParticipantPage, rung: Rung): string {
	const own = DENTAL_SCENES.find(({ id }) => id === scene);
	if (!own) return scenesIn(language)[scene as ScenarioId].options[rung];
	const words = own.words[language] ?? own.words[own.language];
	return words?.options[(own.rungs ?? [0, 1, 2]).indexOf(rung)]?.text ?? '';
}

async function answer(participant: ParticipantPage, person: number, scene: Asked, again = false) {
	const rung = again ? rungOf(scene, 2 - person) : rungOf(scene, person);
	const asked: Locator = participant.page.locator('fieldset.options');
	await asked.getByRole('radio', { name: optionText(scene, participant, rung), exact: true }).click();
	await participant.expectStored();
}

/** Writes nothing: the scenes come as a colleague's file. They are picked among those of the quiz, in the order above. */
async function openWith(hall: Hall): Promise<Workshop> {
	const page = await hall.device('en');
	const library = new ScenesPage(page, 'en');
	await library.openList();
	await library.openFile(fileOf(DENTAL_SCENES));
	await library.expectTitles(DENTAL_SCENES.map(({ words, language }) => words[language]?.title ?? ''));
	const opening = new OpeningPage(page, 'en');
	await page.goto('/workshops');
	await opening.field('title').fill('The practice');
	await opening.field('smallestGroup').fill('3');
	await page.getByRole('checkbox', { name: say('en', 'workshops.form.guessing.label') }).check();
	await opening.choice('workshops.form.scenes.own.name').check();
	for (const scene of ASKED) await page.getByRole('checkbox', { name: titleOf(scene), exact: true }).check();
	await opening.submit.click();
	const { code, link } = await opening.expectOpened();
	return hall.workshop(code, link, 'en');
}

async function reveal(host: HostPage) {
	await host.press('close');
	await host.press('reveal');
}

async function askAll(host: HostPage, people: readonly ParticipantPage[], again = false) {
	for (const [i, scene] of ASKED.entries()) {
		await together(people, (participant, person) => answer(participant, person, scene, again));
		await reveal(host);
		await host.press(i + 1 < ASKED.length ? 'next' : 'end');
	}
	await expect(host.text('host.now.end')).toBeVisible();
}

test('four scenes of a dental practice are run among the dealer and the stranger', async ({ hall }) => {
	test.slow();
	const workshop = await openWith(hall);
	const [host, screen, people] = await Promise.all([
		workshop.host(),
		workshop.screen(),
		workshop.participants(['en', 'es', 'ar'])
	]);
	const [english, spanish, arabic] = people as [ParticipantPage, ParticipantPage, ParticipantPage];
	const mark = screen.text('group.own.mark');
	expect((await workshop.state()).scenes).toEqual(ASKED);
	await host.press('start');

	await test.step('each reads the first in their language, or in the author’s', async () => {
		await expect(spanish.stem).toContainText('La doctora Okafor');
		await expect(spanish.stem).not.toHaveAttribute('lang');
		await expect(arabic.stem).toHaveAttribute('lang', 'en');
		await expect(arabic.stem).toHaveAttribute('dir', 'ltr');
		await expect(mark).toBeVisible();
	});
	await test.step('it is guessed, answered again after the talk, and shows both', async () => {
		await together(people, (participant, person) => answer(participant, person, 'own-referral'));
		for (const participant of people) {
			const guesses = participant.page.getByRole('radiogroup');
			await guesses
				.getByRole('radio', { name: optionText('own-referral', participant, 0), exact: true })
				.click();
			await expect(participant.text('participant.guess.stored')).toBeVisible();
		}
		await reveal(host);
		await expect(screen.page.locator('.guesses')).toBeVisible();
		await host.press('askAgain');
		await expect(english.text('participant.again.asked')).toBeVisible();
		await together(people, (participant, person) => answer(participant, person, 'own-referral', true));
		await reveal(host);
		await expect(screen.page.locator('.twice .legend')).toContainText(screen.say('group.again.second'));
		await expect(english.heading('group.again.second', 2)).toBeVisible();
		await host.press('next');
	});
	await test.step('the others are asked in their order, with a mark on the host’s own alone', async () => {
		for (const scene of ASKED.slice(1)) {
			await together(people, (participant, person) => answer(participant, person, scene));
			await expect(mark).toHaveCount(scene.startsWith('own-') ? 1 : 0);
			await reveal(host);
			await host.press(scene === ASKED.at(-1) ? 'end' : 'next');
		}
		await expect(host.text('host.now.end')).toBeVisible();
	});
	await test.step('the string and one’s own result rest on those of the quiz', async () => {
		const { groupPicture } = await workshop.state();
		expect(groupPicture?.counted.map(({ scene }) => scene)).toEqual(OURS);
		expect(groupPicture?.shown).toBe(OURS.length);
		expect(groupPicture?.splits.map(({ scene }) => scene)).toEqual(
			expect.arrayContaining(['own-referral', 'own-samples'])
		);
		const answers = Object.fromEntries(OURS.map((scene) => [scene, rungOf(scene, 0)]));
		const expected = codeOf(answers, formOfScenes(OURS, OURS.length, KEY_VERSION));
		expect(expected).not.toBeNull();
		await expect(
			english.page.getByRole('link', { name: english.say('participant.end.see') })
		).toHaveAttribute('href', `/result/${expected}`);
	});
	await test.step('files and pictures to take home hold them, with the mark', async () => {
		const [head = [], ...rows] = await workshop.table(host, 'scenes.csv');
		const marked = rows.filter((row) => row[2] === say('en', 'report.columns.own'));
		expect(new Set(marked.map(([title]) => title))).toEqual(new Set(OWN.map(titleOf)));
		expect(head).toContain(say('en', 'report.columns.option', { n: 3 }));
		expect(JSON.stringify(await workshop.table(host, 'room.csv'))).toContain(titleOf('own-referral'));
		const downloading = host.page.waitForEvent('download');
		await host.page
			.getByRole('button', { name: /pictures|zip/i })
			.first()
			.click();
		const names = [...filesIn(await readFile(await (await downloading).path())).keys()];
		for (const scene of OWN)
			expect(
				names.some((name) => name.endsWith(`-${scene}.png`)),
				scene
			).toBe(true);
		expect(names.some((name) => name.endsWith('-own-referral-again.png'))).toBe(true);
		const report = await host.openReport();
		for (const scene of ASKED)
			await expect(report.getByRole('heading', { level: 3 }).filter({ hasText: titleOf(scene) })).toHaveCount(
				1
			);
		await expect(report.getByText(say('en', 'group.own.mark'))).toHaveCount(OWN.length);
		await report.close();
	});
	await test.step('a second round asks all of them again, and compares strings of the same scenes', async () => {
		await host.press('secondRound');
		await host.press('start');
		await askAll(host, people, true);
		const { comparison, groupPicture } = await workshop.state();
		for (const picture of [comparison?.first, groupPicture])
			expect(picture?.counted.map(({ scene }) => scene)).toEqual(OURS);
		const rows = await workshop.table(host, 'scenes.csv');
		const times = rows.filter(([title]) => title === titleOf('own-gift')).map((row) => row.at(-1));
		expect(new Set(times)).toEqual(new Set(['1', '2']));
	});
});

test('a rehearsal runs with scenes of one’s own', async ({ hall }) => {
	const workshop = await openWith(hall);
	const [host, screen] = await Promise.all([workshop.host(), workshop.screen()]);
	await host.button(host.say('host.rehearsal.start')).click();
	await expect(host.notice('host.rehearsal.on')).toBeVisible();
	await host.press('start');
	for (const scene of ASKED) {
		await expect(host.page.locator('#now')).toContainText(titleOf(scene));
		await expect(screen.text('group.own.mark')).toHaveCount(scene.startsWith('own-') ? 1 : 0);
		await reveal(host);
		await expect(screen.pictures.scene).toBeAttached();
		await host.press(scene === ASKED.at(-1) ? 'end' : 'next');
	}
	expect((await workshop.report(host)).scenes.map(({ scene }) => scene)).toEqual(ASKED);
});
