import { NO_NETWORK, STATUS_4XX } from './support/fixtures';
import { untilReadyForOffline } from './support/offline';
import { ParticipantPage } from './pages/participant-page';
import { expect, test, together } from './support/workshop';

const SCENES = ['thin-post', 'free-audit', 'testimonial'] as const;
const [FIRST, SECOND] = SCENES;

test.use({ expectedErrors: new RegExp(`${NO_NETWORK.source}|${STATUS_4XX.source}`) });

test('what a phone answers without a network counts when it is back in time', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES, smallestGroup: 3 });
	const [host, screen, participants] = await Promise.all([
		workshop.host(),
		workshop.screen(),
		workshop.participants(['es', 'en', 'en', 'en'])
	]);
	const [away, ...others] = participants as [ParticipantPage, ...ParticipantPage[]];
	const network = away.page.context();
	await host.press('start');
	await together(others, (participant) => participant.answer(FIRST, 3));
	await away.answer(FIRST, 0);

	await test.step('the phone says that it is offline, and goes on', async () => {
		await network.setOffline(true);
		await expect(away.lost).toBeVisible();
		await away.choose(FIRST, 1);
		await expect(away.text('participant.scene.sending')).toBeVisible();
		await expect(away.text('participant.link.unsent', { count: 1 })).toBeVisible();
		await away.choose(FIRST, 4);
		await expect(away.text('participant.link.unsent', { count: 1 })).toBeVisible();
	});
	await test.step('back in time, the last choice counts, once', async () => {
		await network.setOffline(false);
		await expect(away.lost).toBeHidden();
		await away.expectStored();
		await screen.expectAnswered(4, 4);
		await host.press('close');
		await host.press('reveal');
		// Three of four, and one elsewhere: of that nobody is told more than this.
		await screen.pictures.expectNearlyAll(FIRST, 3);
		await away.expectOwn(FIRST, 4);
	});
	await test.step('back too late, it is told so kindly, and what was stored before counts', async () => {
		await host.press('next');
		await away.answer(SECOND, 0);
		await others[0]?.answer(SECOND, 0);
		await others[1]?.answer(SECOND, 2);
		await others[2]?.answer(SECOND, 2);
		await network.setOffline(true);
		await away.choose(SECOND, 4);
		await host.press('close');
		await host.expectStage('closed');
		await network.setOffline(false);
		await expect(away.text('participant.notices.tooLate')).toBeVisible();
		await away.expectOwn(SECOND, 0);
		await away.button('participant.notices.dismiss').click();
		await expect(away.text('participant.notices.tooLate')).toBeHidden();
		await host.press('reveal');
		for (const { pictures } of [screen, away]) await pictures.expectShares(SECOND, [50, 0, 50, 0, 0]);
	});
	await test.step('sitting out too late is told as well, and not believed to have worked', async () => {
		await host.press('next');
		await away.answer(SCENES[2], 1);
		await network.setOffline(true);
		await away.sitOut(SCENES[2]);
		await host.press('close');
		await host.expectStage('closed');
		await network.setOffline(false);
		await expect(away.text('participant.notices.tooLate')).toBeVisible();
		await away.expectOwn(SCENES[2], 1);
		await host.press('reopen');
		await away.expectAsked(SCENES[2]);
		await expect(away.option(SCENES[2], 1)).toBeChecked();
		await expect(away.text('participant.scene.satOut')).toBeHidden();
		await screen.expectAnswered(1, 4);
	});
});

test('two tabs of one browser are one participant', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES });
	const [host, screen, [participant]] = await Promise.all([
		workshop.host(),
		workshop.screen(),
		workshop.participants(['ar']) as Promise<[ParticipantPage]>
	]);
	const second = new ParticipantPage(
		await participant.page.context().newPage(),
		participant.language,
		participant.code
	);
	await second.open();
	await second.expectLobby();
	await screen.expectHere(1);
	await host.press('start');
	await Promise.all([participant.expectAsked(FIRST), second.expectAsked(FIRST)]);
	for (const [one, other, rung] of [
		[participant, second, 3],
		[second, participant, 1],
		[participant, second, 2]
	] as const) {
		await one.answer(FIRST, rung);
		await expect(other.option(FIRST, rung)).toBeChecked();
		await other.expectStored();
		await screen.expectAnswered(1, 1);
	}
	await second.sitOut(FIRST);
	await expect(participant.text('participant.scene.satOut')).toBeVisible();
	await screen.expectAnswered(0, 1);
});

test('two tabs that join at once take one seat', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES });
	const [screen, participant] = await Promise.all([workshop.screen(), workshop.participant()]);
	const second = new ParticipantPage(
		await participant.page.context().newPage(),
		participant.language,
		participant.code
	);
	await second.open();
	await expect(second.join).toBeEnabled();
	await participant.sitDown();
	await second.expectLobby();
	await screen.expectHere(1);
	expect((await workshop.state()).joined).toBe(1);
});

test.describe('with the service worker', () => {
	test.use({ serviceWorkers: 'allow' });

	test('a reload leads back to the same place, with a network and without', async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const [host, [participant]] = await Promise.all([
			workshop.host(),
			workshop.participants(['es']) as Promise<[ParticipantPage]>
		]);
		const network = participant.page.context();
		await host.press('start');
		await participant.answer(FIRST, 2);

		await test.step('with a network', async () => {
			await participant.page.reload();
			await participant.expectAsked(FIRST);
			await expect(participant.option(FIRST, 2)).toBeChecked();
			await participant.expectStored();
			await host.expectAnswered(1, 1);
		});
		await test.step('without one it shows what it knew last, and takes answers', async () => {
			await untilReadyForOffline(participant.page);
			await network.setOffline(true);
			await participant.choose(FIRST, 4);
			await participant.page.reload();
			await participant.expectAsked(FIRST);
			await participant.expectHere();
			await expect(participant.lost).toBeVisible();
			await expect(participant.option(FIRST, 4)).toBeChecked();
			await expect(participant.text('participant.link.unsent', { count: 1 })).toBeVisible();
		});
		await test.step('meanwhile the room has gone on, and the phone follows', async () => {
			await host.press('skip');
			await host.expectScene(SECOND);
			await network.setOffline(false);
			await participant.expectAsked(SECOND);
			await expect(participant.lost).toBeHidden();
			await expect(participant.text('participant.notices.tooLate')).toBeVisible();
			await participant.answer(SECOND, 3);
			await host.expectAnswered(1, 1);
		});
	});
});
