import type { Locator } from '@playwright/test';
import type { Rung } from '../../src/lib/questions';
import { scenesIn } from '../support/words';
import type { ParticipantPage } from './pages/participant-page';
import { expectNoViolation } from './support/access';
import { STILL } from './support/access-workshop';
import { expect, test, together } from './support/workshop';

const [SCENE, NEXT] = ['thin-post', 'free-audit'] as const;

const ANSWERS: Rung[] = [0, 0, 0, 4, 2, 1];
/** The last person skips. */
const GUESSES: (Rung | null)[] = [4, 4, 4, 0, 0, null];

const guesses = (participant: ParticipantPage) =>
	participant.page.getByRole('radiogroup', { name: participant.say('participant.guess.heading') });

const optionIn = (options: Locator, { language }: ParticipantPage, rung: Rung) =>
	options.getByRole('radio', { name: scenesIn(language)[SCENE].options[rung], exact: true });

async function answer(participant: ParticipantPage, rung: Rung) {
	await participant.expectAsked(SCENE);
	const asked = participant.page.getByRole('group', { name: participant.say('quiz.question') });
	await optionIn(asked, participant, rung).click();
	await expect(participant.text('participant.scene.stored')).toBeVisible();
}

async function guess(participant: ParticipantPage, rung: Rung) {
	await optionIn(guesses(participant), participant, rung).click();
	await expect(participant.text('participant.guess.stored')).toBeVisible();
}

test('a room guesses what most will choose, and sees guesses beside answers', async ({ hall }) => {
	test.slow();
	const workshop = await hall.open({ scenes: [SCENE, NEXT], smallestGroup: 3, guessing: true });
	const [host, screen, participants] = await Promise.all([
		workshop.host(),
		workshop.screen(),
		workshop.participants(['en', 'es', 'ar', 'en', 'en', 'en'])
	]);
	const [first, , arabic] = participants as [ParticipantPage, ParticipantPage, ParticipantPage];
	for (const { page } of [host, screen, first, arabic]) await page.emulateMedia(STILL);
	await host.press('start');

	await test.step('nobody is asked before their own answer', async () => {
		await first.expectAsked(SCENE);
		await expect(guesses(first)).toHaveCount(0);
	});
	await test.step('then each says what most will have chosen, or skips it', async () => {
		await together(participants, (participant, i) => answer(participant, ANSWERS[i] as Rung));
		await together(participants, async (participant, i) => {
			const rung = GUESSES[i];
			if (rung != null) await guess(participant, rung);
			else {
				await participant.button('participant.guess.skip').click();
				const said = participant.page.getByRole('status');
				await expect(said.filter({ has: participant.text('participant.guess.skipped') })).toBeFocused();
			}
		});
		await expect(host.text('host.guessed', { count: 5 })).toBeVisible();
		for (const { page } of [host, first, arabic]) await expectNoViolation(page, 'guessed');
	});
	await test.step('a guess is there again after a reload', async () => {
		await first.page.reload();
		await expect(guesses(first).getByRole('radio', { checked: true })).toHaveCount(1);
	});
	await test.step('the screen says what was expected and what was chosen', async () => {
		await host.press('close');
		await expect(screen.page.locator('.guesses')).toHaveCount(0);
		await host.press('reveal');
		await expect(screen.page.locator('.guesses')).toContainText('6 in 10 expected');
		await expect(first.text('participant.guess.own')).toBeVisible();
		await expectNoViolation(screen.page, 'guesses', 'far away');
		for (const { page } of [host, first, arabic]) await expectNoViolation(page, 'guesses');
		expect(await workshop.report(host)).toMatchObject({
			scenes: [{ guesses: { kind: 'shares', count: 5, shares: [40, 0, 0, 0, 60] } }]
		});
	});
	await test.step('the next scene is guessed anew', async () => {
		await host.press('next');
		await expect(host.text('host.guessed', { count: 0 })).toBeVisible();
	});
});
