import type { Rung } from '../../src/lib/questions';
import { ErrorPage } from './pages/error-page';
import type { ParticipantPage } from './pages/participant-page';
import { STATUS_4XX } from './support/fixtures';
import { expect, test, together } from './support/workshop';

const SCENES = ['thin-post', 'free-audit', 'testimonial'] as const;

/** As many as a rehearsal brings. */
const MADE_UP = 20;

test('a rehearsal is marked on every screen, and goes without a trace', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES, rows: true });
	const [host, screen, participant] = await Promise.all([
		workshop.host(),
		workshop.screen(),
		workshop.participant()
	]);
	await participant.sitDown();
	const before = await workshop.state();

	await test.step('everybody in the room can see that it is one', async () => {
		await host.button(host.say('host.rehearsal.start')).click();
		await expect(host.notice('host.rehearsal.on')).toBeVisible();
		await expect(screen.rehearsal).toBeVisible();
		await expect(participant.text('participant.rehearsal')).toBeVisible();
		await screen.expectHere(MADE_UP + 1);
	});
	await test.step('it runs as a workshop does', async () => {
		await host.press('start');
		await participant.answer(SCENES[0], 2);
		await host.press('close');
		await host.press('reveal');
		await expect(screen.pictures.scene).toBeAttached();
		await expect(screen.rehearsal).toBeVisible();
		await expect(participant.pictures.scene).toBeAttached();
		await expect(participant.text('participant.rehearsal')).toBeVisible();
	});
	await test.step('its report says so as well', async () => {
		expect(await workshop.report(host)).toMatchObject({ rehearsal: true, joined: MADE_UP + 1 });
		const page = await host.page.context().newPage();
		await page.goto(`/w/${workshop.code}/host/report`);
		await expect(page.getByText(host.say('report.rehearsal'))).toBeVisible();
		await page.close();
	});
	await test.step('cleared, nothing of it is left, and who is really here stays', async () => {
		await host.button(host.say('host.rehearsal.clear')).click();
		await screen.expectHere(1);
		await expect(screen.rehearsal).toBeHidden();
		await participant.expectLobby();
		await expect(participant.text('participant.rehearsal')).toBeHidden();
		await expect(participant.text('participant.notices.startedOver')).toBeVisible();
		await host.expectHere(1);
		await expect(host.notice('host.rehearsal.on')).toBeHidden();
		const after = await workshop.state();
		expect(after).toEqual({ ...before, round: before.round + 1, version: after.version });
		expect(await workshop.report(host)).toMatchObject({ joined: 1, rehearsal: false, scenes: [] });
	});
	await test.step('the real one begins from nothing', async () => {
		await host.press('start');
		await participant.expectAsked(SCENES[0]);
		await expect(participant.page.getByRole('radio', { checked: true })).toHaveCount(0);
		await screen.expectAnswered(0, 1);
		await participant.answer(SCENES[0], 1);
		await screen.expectAnswered(1, 1);
		await expect(host.button(host.say('host.rehearsal.start'))).toBeHidden();
	});
});

test('who starts over by mistake takes it back, and nobody has lost an answer', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES, smallestGroup: 3 });
	const [host, screen, participants] = await Promise.all([
		workshop.host(),
		workshop.screen(),
		workshop.participants(['en', 'es', 'ar', 'en'])
	]);
	const [first] = participants as [ParticipantPage];
	const chosen = [0, 2, 2, 4] as const;
	const shares = [25, 0, 50, 0, 25];
	await host.press('start');
	await together(participants, (participant, i) => participant.answer(SCENES[0], chosen[i] as Rung));
	await host.press('close');
	await host.press('reveal');
	await screen.pictures.expectShares(SCENES[0], shares);
	await host.press('next');
	await first.answer(SCENES[1], 3);

	await test.step('everybody is in the lobby, and told why', async () => {
		await host.startOver();
		await screen.expectHere(4);
		for (const participant of participants) {
			await participant.expectLobby();
			await expect(participant.text('participant.notices.startedOver')).toBeVisible();
		}
	});
	await test.step('undone, all answers count again, and everybody’s page knows its own', async () => {
		await host.undo('startOver').click();
		await screen.expectAnswered(1, 4);
		await first.expectAsked(SCENES[1]);
		await expect(first.option(SCENES[1], 3)).toBeChecked();
		for (const participant of participants)
			await expect(participant.text('participant.notices.startedOver')).toBeHidden();
		await host.press('close');
		await host.press('previous');
		await screen.pictures.expectShares(SCENES[0], shares);
		await together(participants, (participant, i) => participant.expectOwn(SCENES[0], chosen[i] as Rung));
	});
	await test.step('started over for good, the old answers are gone', async () => {
		await host.startOver();
		await host.press('start');
		await screen.expectAnswered(0, 4);
		for (const participant of participants) await participant.expectAsked(SCENES[0]);
		await expect(host.undo('startOver')).toBeHidden();
		expect(await workshop.report(host)).toMatchObject({ scenes: [], joined: 4 });
	});
});

test.describe('deleted by its host', () => {
	test.use({ expectedErrors: STATUS_4XX });

	test('a workshop is over on every device, and its code leads nowhere', async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const [host, tablet, screen, participants] = await Promise.all([
			workshop.host(),
			workshop.host(),
			workshop.screen(),
			workshop.participants(['en', 'ar'])
		]);
		await host.press('start');
		await Promise.all(participants.map((participant) => participant.answer(SCENES[0], 1)));
		await host.deleteNow();

		await expect(host.page).toHaveURL('/workshops?deleted');
		await expect(host.text('workshops.deleted')).toBeVisible();
		await expect(tablet.notice('host.notices.gone')).toBeVisible();
		await expect(screen.text('group.gone.heading')).toBeVisible();
		await expect(screen.options).toHaveCount(0);
		for (const participant of participants)
			await expect(participant.text('participant.link.gone')).toBeVisible();
		expect(await host.page.context().cookies()).toEqual([]);

		for (const path of ['', '/screen', '/state', '/events', '/host', '/host/report/report.json']) {
			const response = await host.page.request.get(`/w/${workshop.code}${path}`);
			expect(response.status(), path).toBe(410);
		}
		const error = new ErrorPage(screen.page, 'es');
		expect(await error.open(`/w/${workshop.code}`)).toBe(410);
		await error.expectToSay('refusal.heading', 'refusal.gone');
	});
});
