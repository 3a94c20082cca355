import type { Rung } from '../../src/lib/questions';
import { ErrorPage } from './pages/error-page';
import type { PhonePage } from './pages/phone-page';
import { STATUS_4XX } from './support/fixtures';
import { expect, test, together } from './support/workshop';

const SCENES = ['thin-post', 'free-audit', 'testimonial'] as const;

/** As many as a rehearsal brings. */
const MADE_UP = 20;

test('a rehearsal is marked on every screen, and goes without a trace', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES, rows: true });
	const [desk, screen, phone] = await Promise.all([workshop.desk(), workshop.screen(), workshop.phone()]);
	await phone.sitDown();
	const before = await workshop.state();

	await test.step('everybody in the room can see that it is one', async () => {
		await desk.button(desk.say('desk.rehearsal.start')).click();
		await expect(desk.notice('desk.rehearsal.on')).toBeVisible();
		await expect(screen.rehearsal).toBeVisible();
		await expect(phone.text('phone.rehearsal')).toBeVisible();
		await screen.expectHere(MADE_UP + 1);
	});
	await test.step('it runs as a workshop does', async () => {
		await desk.press('start');
		await phone.answer(SCENES[0], 2);
		await desk.press('close');
		await desk.press('reveal');
		await expect(screen.pictures.scene).toBeAttached();
		await expect(screen.rehearsal).toBeVisible();
		await expect(phone.pictures.scene).toBeAttached();
		await expect(phone.text('phone.rehearsal')).toBeVisible();
	});
	await test.step('its report says so as well', async () => {
		expect(await workshop.report(desk)).toMatchObject({ rehearsal: true, joined: MADE_UP + 1 });
		const page = await desk.page.context().newPage();
		await page.goto(`/w/${workshop.code}/host/report`);
		await expect(page.getByText(desk.say('report.rehearsal'))).toBeVisible();
		await page.close();
	});
	await test.step('cleared, nothing of it is left, and who is really here stays', async () => {
		await desk.button(desk.say('desk.rehearsal.clear')).click();
		await screen.expectHere(1);
		await expect(screen.rehearsal).toBeHidden();
		await phone.expectLobby();
		await expect(phone.text('phone.rehearsal')).toBeHidden();
		await expect(phone.text('phone.notices.startedOver')).toBeVisible();
		await desk.expectHere(1);
		await expect(desk.notice('desk.rehearsal.on')).toBeHidden();
		const after = await workshop.state();
		expect(after).toEqual({ ...before, round: before.round + 1, version: after.version });
		expect(await workshop.report(desk)).toMatchObject({ joined: 1, rehearsal: false, scenes: [] });
	});
	await test.step('the real one begins from nothing', async () => {
		await desk.press('start');
		await phone.expectAsked(SCENES[0]);
		await expect(phone.page.getByRole('radio', { checked: true })).toHaveCount(0);
		await screen.expectAnswered(0, 1);
		await phone.answer(SCENES[0], 1);
		await screen.expectAnswered(1, 1);
		await expect(desk.button(desk.say('desk.rehearsal.start'))).toBeHidden();
	});
});

test('who starts over by mistake takes it back, and nobody has lost an answer', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES, smallestGroup: 3 });
	const [desk, screen, phones] = await Promise.all([
		workshop.desk(),
		workshop.screen(),
		workshop.phones(['en', 'es', 'ar', 'en'])
	]);
	const [first] = phones as [PhonePage];
	const chosen = [0, 2, 2, 4] as const;
	const shares = [25, 0, 50, 0, 25];
	await desk.press('start');
	await together(phones, (phone, i) => phone.answer(SCENES[0], chosen[i] as Rung));
	await desk.press('close');
	await desk.press('reveal');
	await screen.pictures.expectShares(SCENES[0], shares);
	await desk.press('next');
	await first.answer(SCENES[1], 3);

	await test.step('everybody is in the lobby, and told why', async () => {
		await desk.startOver();
		await screen.expectHere(4);
		for (const phone of phones) {
			await phone.expectLobby();
			await expect(phone.text('phone.notices.startedOver')).toBeVisible();
		}
	});
	await test.step('undone, all answers count again, and each phone knows its own', async () => {
		await desk.undo('startOver').click();
		await screen.expectAnswered(1, 4);
		await first.expectAsked(SCENES[1]);
		await expect(first.option(SCENES[1], 3)).toBeChecked();
		for (const phone of phones) await expect(phone.text('phone.notices.startedOver')).toBeHidden();
		await desk.press('close');
		await desk.press('previous');
		await screen.pictures.expectShares(SCENES[0], shares);
		await together(phones, (phone, i) => phone.expectOwn(SCENES[0], chosen[i] as Rung));
	});
	await test.step('started over for good, the old answers are gone', async () => {
		await desk.startOver();
		await desk.press('start');
		await screen.expectAnswered(0, 4);
		for (const phone of phones) await phone.expectAsked(SCENES[0]);
		await expect(desk.undo('startOver')).toBeHidden();
		expect(await workshop.report(desk)).toMatchObject({ scenes: [], joined: 4 });
	});
});

test.describe('deleted by its facilitator', () => {
	test.use({ expectedErrors: STATUS_4XX });

	test('a workshop is over on every device, and its code leads nowhere', async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const [desk, tablet, screen, phones] = await Promise.all([
			workshop.desk(),
			workshop.desk(),
			workshop.screen(),
			workshop.phones(['en', 'ar'])
		]);
		await desk.press('start');
		await Promise.all(phones.map((phone) => phone.answer(SCENES[0], 1)));
		await desk.deleteNow();

		await expect(desk.page).toHaveURL('/workshops?deleted');
		await expect(desk.text('workshops.deleted')).toBeVisible();
		await expect(tablet.notice('desk.notices.gone')).toBeVisible();
		await expect(screen.text('room.gone.heading')).toBeVisible();
		await expect(screen.options).toHaveCount(0);
		for (const phone of phones) await expect(phone.text('phone.link.gone')).toBeVisible();
		expect(await desk.page.context().cookies()).toEqual([]);

		for (const path of ['', '/screen', '/state', '/events', '/host', '/host/report/report.json']) {
			const response = await desk.page.request.get(`/w/${workshop.code}${path}`);
			expect(response.status(), path).toBe(410);
		}
		const error = new ErrorPage(screen.page, 'es');
		expect(await error.open(`/w/${workshop.code}`)).toBe(410);
		await error.expectToSay('refusal.heading', 'refusal.gone');
	});
});
