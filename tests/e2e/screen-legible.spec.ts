import { emptyOption, emptyWords, LONGEST, type OwnScene } from '../../src/lib/own-scenes';
import { isolated } from '../../src/lib/languages/isolated';
import type { Asking } from '../../src/lib/group';
import { LANGUAGES, type Rung, type SceneId } from '../../src/lib/questions';
import { scenesIn } from '../support/words';
import { LiveWorkshop, type Visitor, type Wanted } from '../support/workshop-api';
import { ScreenPage } from './pages/screen-page';
import { STILL } from './support/access-workshop';
import { NO_NETWORK, STATUS_4XX } from './support/fixtures';
import { expectLegible } from './support/legible';
import { expect, test, type Hall } from './support/workshop';

// What the room must read, in states that the walk for axe does not come to.

test.use({ expectedErrors: new RegExp(`${STATUS_4XX.source}|${NO_NETWORK.source}`) });

/** Three of each of two dimensions, so that the end has those to show. */
const SCENES = [
	'van-dealer',
	'thin-post',
	'comment-pod',
	'free-audit',
	'client-supplier',
	'linkedin-stranger'
] as const;

/** Three move up, three stay and three move down. */
const FIRST: Rung[] = [0, 0, 0, 2, 2, 2, 4, 4, 4];
const AGAIN: Rung[] = [3, 3, 3, 2, 2, 2, 1, 1, 1];

async function watched(hall: Hall, wanted: Wanted) {
	const workshop = await LiveWorkshop.open(hall.origin, wanted);
	const people = await workshop.seats(FIRST.length);
	const { language = 'en' } = wanted;
	const page = await hall.device(language, STILL);
	const screen = new ScreenPage(page, language, workshop.code);
	await screen.open();
	const answer = async (scene: SceneId, rungs: readonly Rung[], asking: Asking = 'once') => {
		const answers = rungs.map((rung, i) => workshop.answer(people[i] as Visitor, scene, rung, 1, asking));
		for (const { status } of await Promise.all(answers)) expect(status).toBe(200);
	};
	const show = (state: string) => expectLegible(page, state);
	return { workshop, page, screen, answer, show };
}

for (const language of LANGUAGES) {
	test(`guesses, a second asking and the end are large enough in ${language}`, async ({ hall }) => {
		test.slow();
		const { workshop, screen, answer, show } = await watched(hall, {
			language,
			scenes: SCENES,
			guessing: true
		});
		await workshop.act('start');
		for (const [i, scene] of SCENES.entries()) {
			await answer(
				scene,
				FIRST.map((_, person) => FIRST[(person + i) % FIRST.length] as Rung)
			);
			if (i === 0) await answer(scene, AGAIN, 'guess');
			await workshop.act('close', 'reveal');
			if (i === 0) {
				await screen.expectTold('group.tell.picture', { title: scenesIn(language)[scene].title });
				await show('guesses');
				await workshop.act('unfold');
				await screen.expectTold('group.tell.ladder');
				await show('guesses on the ladder');
				await workshop.act('unfold', 'askAgain');
				await expect(screen.text('group.again.question')).toBeVisible();
				await show('asked again');
				await answer(scene, AGAIN, 'again');
				await workshop.act('close', 'reveal');
				await screen.expectTold('group.tell.again', { title: scenesIn(language)[scene].title });
				await show('both pictures');
				await workshop.act('unfold');
				await screen.expectTold('group.tell.moved');
				await show('how many moved');
			}
			await workshop.act(i + 1 < SCENES.length ? 'next' : 'end');
		}
		for (const part of ['string', 'dimensions', 'splits', 'own'] as const) {
			if (part !== 'string') await workshop.act('unfold');
			await screen.expectTold(`group.tell.${part}`);
			await show(part);
		}
	});
}

/** As long as the form takes it. */
const LONG: OwnScene = {
	id: 'own-long',
	language: 'en',
	rungs: [0, 1, 2, 3, 4],
	words: {
		en: {
			...emptyWords(5),
			title: 'A title of words '.repeat(9).slice(0, LONGEST.title - 1),
			stem: 'A story of words '.repeat(60).slice(0, LONGEST.stem - 1),
			options: [0, 1, 2, 3, 4].map((i) => ({
				...emptyOption(),
				text: `${i} An answer of words`.padEnd(LONGEST.option, ' and more words')
			})),
			discussion: 'A question of words '.repeat(20).slice(0, LONGEST.discussion - 1)
		}
	},
	checks: []
};

test('the longest scene that a host can write is large enough, or left to devices', async ({ hall }) => {
	test.slow();
	const { workshop, page, screen, answer, show } = await watched(hall, { scenes: ['own-long'], own: [LONG] });
	await workshop.act('start');
	await expect(screen.text('group.own.mark')).toBeVisible();
	await show('open');
	await expect(screen.text('group.scene.onPhones')).toBeVisible();
	await page.keyboard.press('s');
	await show('story');
	await answer('own-long', FIRST);
	await workshop.act('close', 'reveal');
	for (const part of ['picture', 'ladder', 'question'] as const) {
		if (part !== 'picture') await workshop.act('unfold');
		await screen.expectTold(`group.tell.${part}`, { title: isolated(LONG.words.en?.title ?? '') });
		await show(part);
	}
});

test('a rehearsal is marked beside the whole title of a scene', async ({ hall }) => {
	const { workshop, page, screen, show } = await watched(hall, { language: 'es', scenes: SCENES });
	await workshop.act('rehearse', 'start', 'close', 'reveal');
	await expect(page.getByRole('heading', { level: 2 })).toHaveText(scenesIn('es')[SCENES[0]].title);
	await expect(screen.rehearsal).toBeVisible();
	await show('rehearsal');
});
