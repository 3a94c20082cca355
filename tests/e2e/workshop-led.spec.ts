import type { ScenarioId } from '../../src/lib/questions';
import { DeskPage } from './pages/desk-page';
import { OpeningPage } from './pages/opening-page';
import type { PhonePage } from './pages/phone-page';
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
	const deskPage = await hall.device('en');
	const { desk, workshop } = await test.step('opens the workshop in a browser', async () => {
		const opening = new OpeningPage(deskPage, 'en');
		await opening.open();
		await opening.field('title').fill('Trust & "likes"');
		await opening.field('language').selectOption('es');
		await opening.choice('workshops.form.scenes.own.name').check();
		for (const scene of SCENES) await opening.tick(scene).check();
		await opening.rows.check();
		await opening.submit.click();
		const { code, link } = await opening.expectOpened();
		const desk = new DeskPage(deskPage, 'en', code);
		await desk.whenReady(() => opening.desk.click());
		await expect(deskPage).toHaveURL(`/w/${code}/host`);
		return { desk, workshop: hall.workshop(code, link, 'es') };
	});

	const popup = deskPage.waitForEvent('popup');
	await desk.screen.click();
	const screen = new ScreenPage(await popup, 'es', workshop.code);
	await screen.expectHere(0);
	await screen.expectInvitation();

	/** The desk and the wall say the same number. */
	const expectAnswered = async (answered: number, joined: number) => {
		await screen.expectAnswered(answered, joined);
		await desk.expectAnswered(answered, joined);
	};
	const answer = (scene: ScenarioId, who: readonly PhonePage[]) =>
		together(who, async (phone) => {
			const rung = chosen(scene, phones.indexOf(phone));
			if (rung !== null) await phone.answer(scene, rung);
		});

	const phones = await test.step('the room fills, and the wall counts', async () => {
		const first = await workshop.phones(LANGUAGES.slice(0, 4));
		await screen.expectHere(4);
		await first[0]?.expectLobby();
		const others = await workshop.phones(LANGUAGES.slice(4, LATE));
		await screen.expectHere(LATE);
		await desk.expectHere(LATE);
		const all = [...first, ...others];
		await together(all, (phone) => expect(phone.text('phone.lobby.text', { joined: LATE })).toBeVisible());
		return all;
	});
	const [english, spanish] = phones as [PhonePage, PhonePage];
	const sittingOut = phones[SITS_OUT] as PhonePage;

	await test.step('the first scene comes to wall and phones by itself, its options in one order', async () => {
		await desk.press('start');
		await screen.expectPosition(1, SCENES.length);
		await screen.expectAsked(FIRST);
		await together(phones, (phone) => phone.expectAsked(FIRST));
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
	await test.step('the others answer; the wall shows how many, and no more', async () => {
		await answer(FIRST, phones.slice(1));
		await expectAnswered(10, LATE);
		await screen.expectAsked(FIRST);
		await desk.pictures.expectNone();
		expect(await workshop.state()).toMatchObject({ picture: null, groupPicture: null });
	});
	await test.step('closed, it is still nobody’s to see', async () => {
		await desk.press('close');
		await screen.expectClosed();
		await together(phones, async (phone, i) => {
			await phone.expectOwn(FIRST, chosen(FIRST, i));
			await phone.pictures.expectNone();
		});
		expect(await workshop.state()).toMatchObject({ picture: null });
		expect(await workshop.report(desk)).toMatchObject({ scenes: [] });
	});
	await test.step('shown, wall, desk and phones say the same', async () => {
		await desk.press('reveal');
		for (const { pictures } of [screen, desk, ...phones]) {
			await pictures.expectShares(FIRST, [10, 20, 20, 30, 20]);
		}
		await desk.expectStage('revealed');
	});

	await test.step('somebody comes late, and is at the scene at hand', async () => {
		await desk.press('next');
		await screen.expectAsked(SECOND);
		const late = await workshop.phone(LANGUAGES[LATE]);
		await late.sitDown();
		phones.push(late);
		await late.expectAsked(SECOND);
		await expectAnswered(0, EVERYBODY);
	});
	await test.step('answers are closed too early by mistake, and the step is taken back', async () => {
		await answer(SECOND, phones.slice(0, 5));
		await expectAnswered(5, EVERYBODY);
		await desk.press('close');
		await together(phones, (phone) => phone.expectClosed(SECOND));
		await desk.undo('close').click();
		await together(phones, (phone) => phone.expectAsked(SECOND));
		await expect(english.option(SECOND, 0)).toBeChecked();
		await screen.expectAsked(SECOND);
		await expectAnswered(5, EVERYBODY);
		await answer(SECOND, phones.slice(5));
		await expectAnswered(EVERYBODY, EVERYBODY);
		await desk.press('close');
		await desk.press('reveal');
		await screen.pictures.expectShares(SECOND, [25, 0, 25, 25, 25]);
	});
	await test.step('of a room that is nearly of one mind, nobody is singled out', async () => {
		await desk.press('next');
		await answer(NEARLY_ALL, phones);
		await expectAnswered(EVERYBODY, EVERYBODY);
		await desk.press('close');
		await desk.press('reveal');
		await screen.pictures.expectNearlyAll(NEARLY_ALL, 3);
		await phones[5]?.pictures.expectNearlyAll(NEARLY_ALL, 3);
		expect((await workshop.state()).picture).toEqual({ kind: 'nearlyAll', rung: 3 });
	});
	await test.step('a scene is skipped, with some answers in it', async () => {
		await desk.press('next');
		await together(
			QUICK.map((i) => phones[i] as PhonePage),
			(phone) => phone.answer(SKIPPED, 2)
		);
		await desk.press('skip');
		await screen.expectAsked(HALVES);
		await together(phones, (phone) => phone.expectAsked(HALVES));
	});
	for (const [scene, shares] of [
		[HALVES, [0, 50, 0, 50, 0]],
		[LAST, [50, 0, 25, 0, 25]]
	] as const) {
		await test.step(`scene ${SCENES.indexOf(scene) + 1} is asked and shown`, async () => {
			await answer(scene, phones);
			await expectAnswered(EVERYBODY, EVERYBODY);
			await desk.press('close');
			await desk.press('reveal');
			await screen.pictures.expectShares(scene, shares);
			await desk.press(scene === LAST ? 'end' : 'next');
		});
	}

	await test.step('the room sees itself on the string, and everybody finds their own bead', async () => {
		await desk.expectStage('end');
		for (const { pictures } of [screen, desk]) await pictures.expectString(HANGING);
		await together(phones, async (phone, i) => {
			await phone.pictures.expectString(HANGING);
			const zone = phone.pictures.zone(PLACES[i] as number);
			await expect(phone.text('room.string.ownZone', { zone })).toBeVisible();
			await expect(
				phone.text('room.string.restsOnSome', { count: COUNTED.length, shown: SHOWN.length })
			).toBeVisible();
		});
		const zone = screen.pictures.zone(50);
		await expect(screen.page.getByText(say('es', 'room.string.ownZone', { zone }))).toHaveCount(0);
	});
	await test.step('the report holds what was shown, on the page and in every file', async () => {
		await desk.report.click();
		await expectReportOfTwelve(deskPage, workshop.code);
	});
	await test.step('every phone has its own result, and keeps it', async () => {
		const links = await together(phones, async (phone, i) => {
			await phone.page.getByRole('link', { name: phone.say('phone.end.see') }).click();
			const result = new ResultPage(phone.page, phone.language);
			await result.expectOpen();
			await expect(result.lead('own')).toBeVisible();
			const rungs = [...answersOf(i), ...(QUICK.includes(i) ? [2] : [])];
			await expect(result.figures).toContainText(
				result.say('result.score.value', { score: Math.round(25 * mean(rungs)) })
			);
			await expect(result.figures).toContainText(result.say('result.score.picked', { count: rungs.length }));
			return phone.page.url();
		});
		// Somebody to whom one of these links is sent sees a result as well, and nothing private.
		await deskPage.goto(links[1] as string);
		await expect(new ResultPage(deskPage, 'es').lead('shared')).toBeVisible();
	});
});
