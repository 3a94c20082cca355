import type { ScenarioId } from '../../src/lib/questions';
import { HostPage } from './pages/host-page';
import { OpeningPage } from './pages/opening-page';
import type { ParticipantPage } from './pages/participant-page';
import { ResultPage } from './pages/result-page';
import { ScreenPage } from './pages/screen-page';
import { say } from '../support/words';
import {
	COUNTED,
	EVERYBODY,
	FIRST,
	HALVES,
	HANGING,
	LANGUAGES,
	LAST,
	LATE,
	NEARLY_ALL,
	PLACES,
	QUICK,
	SCENES,
	SECOND,
	SHOWN,
	SITS_OUT,
	SKIPPED,
	answersOf,
	chosen,
	mean
} from './support/plan-of-twelve';
import { expectReportOfTwelve } from './support/report-of-twelve';
import { expect, test, together } from './support/workshop';

test('a facilitator leads twelve phones in three languages from the lobby to the report', async ({
	hall
}) => {
	// Fourteen browsers, and a workshop of an hour.
	test.slow();
	const hostPage = await hall.device('en');
	const { host, workshop } = await test.step('opens the workshop in a browser', async () => {
		const opening = new OpeningPage(hostPage, 'en');
		await opening.open();
		await opening.field('title').fill('Trust & "likes"');
		await opening.field('language').selectOption('es');
		await opening.choice('workshops.form.scenes.own.name').check();
		for (const scene of SCENES) await opening.tick(scene).check();
		await opening.rows.check();
		await opening.submit.click();
		const { code, link } = await opening.expectOpened();
		const host = new HostPage(hostPage, 'en', code);
		await host.whenReady(() => opening.toHost.click());
		await expect(hostPage).toHaveURL(`/w/${code}/host`);
		return { host, workshop: hall.workshop(code, link, 'es') };
	});

	const popup = hostPage.waitForEvent('popup');
	await host.screen.click();
	const screen = new ScreenPage(await popup, 'es', workshop.code);
	await screen.expectHere(0);
	await screen.expectInvitation();

	/** Host and screen say the same number. */
	const expectAnswered = async (answered: number, joined: number) => {
		await screen.expectAnswered(answered, joined);
		await host.expectAnswered(answered, joined);
	};
	const answer = (scene: ScenarioId, who: readonly ParticipantPage[]) =>
		together(who, async (participant) => {
			const rung = chosen(scene, participants.indexOf(participant));
			if (rung !== null) await participant.answer(scene, rung);
		});

	const participants = await test.step('the room fills, and the screen counts', async () => {
		const first = await workshop.participants(LANGUAGES.slice(0, 4));
		await screen.expectHere(4);
		await first[0]?.expectLobby();
		const others = await workshop.participants(LANGUAGES.slice(4, LATE));
		await screen.expectHere(LATE);
		await host.expectHere(LATE);
		const all = [...first, ...others];
		await together(all, (participant) =>
			expect(participant.text('participant.lobby.text', { joined: LATE })).toBeVisible()
		);
		return all;
	});
	const [english, spanish] = participants as [ParticipantPage, ParticipantPage];
	const sittingOut = participants[SITS_OUT] as ParticipantPage;

	await test.step('the first scene comes to screen and phones by itself, its options in one order', async () => {
		await host.press('start');
		await screen.expectPosition(1, SCENES.length);
		await screen.expectAsked(FIRST);
		await together(participants, (participant) => participant.expectAsked(FIRST));
		const order = await screen.options.allTextContents();
		await expect(spanish.page.locator('.options label span')).toHaveText(order);
		await expectAnswered(0, LATE);
	});
	await test.step('an answer is changed while the scene is open', async () => {
		await english.answer(FIRST, 4);
		await expectAnswered(1, LATE);
		await english.answer(FIRST, 0);
		await expectAnswered(1, LATE);
	});
	await test.step('who sits out looks like somebody slow', async () => {
		const before = await workshop.state();
		// The server hears of it, to tell it from having left; nobody else does.
		const heard = sittingOut.page.waitForResponse((response) => response.request().method() === 'POST');
		await sittingOut.sitOut(FIRST);
		await heard;
		expect(await workshop.state()).toEqual(before);
	});
	await test.step('the others answer; the screen shows how many, and no more', async () => {
		await answer(FIRST, participants.slice(1));
		await expectAnswered(10, LATE);
		await screen.expectAsked(FIRST);
		await host.pictures.expectNone();
		expect(await workshop.state()).toMatchObject({ picture: null, groupPicture: null });
	});
	await test.step('closed, it is still nobody’s to see', async () => {
		await host.press('close');
		await screen.expectClosed();
		await together(participants, async (participant, i) => {
			await participant.expectOwn(FIRST, chosen(FIRST, i));
			await participant.pictures.expectNone();
		});
		expect(await workshop.state()).toMatchObject({ picture: null });
		expect(await workshop.report(host)).toMatchObject({ scenes: [] });
	});
	await test.step('shown, screen, host and phones say the same', async () => {
		await host.press('reveal');
		for (const { pictures } of [screen, host, ...participants]) {
			await pictures.expectShares(FIRST, [10, 20, 20, 30, 20]);
		}
		await host.expectStage('revealed');
	});

	await test.step('somebody comes late, and is at the scene at hand', async () => {
		await host.press('next');
		await screen.expectAsked(SECOND);
		const late = await workshop.participant(LANGUAGES[LATE]);
		await late.sitDown();
		participants.push(late);
		await late.expectAsked(SECOND);
		await expectAnswered(0, EVERYBODY);
	});
	await test.step('answers are closed too early by mistake, and the step is taken back', async () => {
		await answer(SECOND, participants.slice(0, 5));
		await expectAnswered(5, EVERYBODY);
		await host.press('close');
		await together(participants, (participant) => participant.expectClosed(SECOND));
		await host.undo('close').click();
		await together(participants, (participant) => participant.expectAsked(SECOND));
		await expect(english.option(SECOND, 0)).toBeChecked();
		await screen.expectAsked(SECOND);
		await expectAnswered(5, EVERYBODY);
		await answer(SECOND, participants.slice(5));
		await expectAnswered(EVERYBODY, EVERYBODY);
		await host.press('close');
		await host.press('reveal');
		await screen.pictures.expectShares(SECOND, [25, 0, 25, 25, 25]);
	});
	await test.step('of a room that is nearly of one mind, nobody is singled out', async () => {
		await host.press('next');
		await answer(NEARLY_ALL, participants);
		await expectAnswered(EVERYBODY, EVERYBODY);
		await host.press('close');
		await host.press('reveal');
		await screen.pictures.expectNearlyAll(NEARLY_ALL, 3);
		await participants[5]?.pictures.expectNearlyAll(NEARLY_ALL, 3);
		expect((await workshop.state()).picture).toEqual({ kind: 'nearlyAll', rung: 3 });
	});
	await test.step('a scene is skipped, with some answers in it', async () => {
		await host.press('next');
		await together(
			QUICK.map((i) => participants[i] as ParticipantPage),
			(participant) => participant.answer(SKIPPED, 2)
		);
		await host.press('skip');
		await screen.expectAsked(HALVES);
		await together(participants, (participant) => participant.expectAsked(HALVES));
	});
	for (const [scene, shares] of [
		[HALVES, [0, 50, 0, 50, 0]],
		[LAST, [50, 0, 25, 0, 25]]
	] as const) {
		await test.step(`scene ${SCENES.indexOf(scene) + 1} is asked and shown`, async () => {
			await answer(scene, participants);
			await expectAnswered(EVERYBODY, EVERYBODY);
			await host.press('close');
			await host.press('reveal');
			await screen.pictures.expectShares(scene, shares);
			await host.press(scene === LAST ? 'end' : 'next');
		});
	}

	await test.step('the room sees itself on the string, and everybody finds their own bead', async () => {
		await host.expectStage('end');
		for (const { pictures } of [screen, host]) await pictures.expectString(HANGING);
		await together(participants, async (participant, i) => {
			await participant.pictures.expectString(HANGING);
			const zone = participant.pictures.zone(PLACES[i] as number);
			await expect(participant.text('group.string.ownZone', { zone })).toBeVisible();
			await expect(
				participant.text('group.string.restsOnSome', { count: COUNTED.length, shown: SHOWN.length })
			).toBeVisible();
		});
		const zone = screen.pictures.zone(50);
		await expect(screen.page.getByText(say('es', 'group.string.ownZone', { zone }))).toHaveCount(0);
	});
	await test.step('the report holds what was shown, on the page and in every file', async () => {
		await expectReportOfTwelve(await host.openReport(), workshop.code);
	});
	await test.step('every phone has its own result, and keeps it', async () => {
		const links = await together(participants, async (participant, i) => {
			await participant.page.getByRole('link', { name: participant.say('participant.end.see') }).click();
			const result = new ResultPage(participant.page, participant.language);
			await result.expectOpen();
			await expect(result.lead('own')).toBeVisible();
			const rungs = [...answersOf(i), ...(QUICK.includes(i) ? [2] : [])];
			await expect(result.figures).toContainText(
				result.say('result.score.value', { score: Math.round(25 * mean(rungs)) })
			);
			await expect(result.figures).toContainText(result.say('result.score.picked', { count: rungs.length }));
			return participant.page.url();
		});
		// Somebody to whom one of these links is sent sees a result as well, and nothing private.
		await hostPage.goto(links[1] as string);
		await expect(new ResultPage(hostPage, 'es').lead('shared')).toBeVisible();
	});
});
