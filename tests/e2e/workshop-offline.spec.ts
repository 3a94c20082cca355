import { NO_NETWORK, STATUS_4XX } from './support/fixtures';
import { untilReadyForOffline } from './support/offline';
import { PhonePage } from './pages/phone-page';
import { expect, test, together } from './support/workshop';

const SCENES = ['thin-post', 'free-audit', 'testimonial'] as const;
const [FIRST, SECOND] = SCENES;

test.use({ expectedErrors: new RegExp(`${NO_NETWORK.source}|${STATUS_4XX.source}`) });

test('what a phone answers without a network counts when it is back in time', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES, smallestGroup: 3 });
	const [desk, screen, phones] = await Promise.all([
		workshop.desk(),
		workshop.screen(),
		workshop.phones(['es', 'en', 'en', 'en'])
	]);
	const [away, ...others] = phones as [PhonePage, ...PhonePage[]];
	const network = away.page.context();
	await desk.press('start');
	await together(others, (phone) => phone.answer(FIRST, 3));
	await away.answer(FIRST, 0);

	await test.step('the phone says that it is offline, and goes on', async () => {
		await network.setOffline(true);
		await expect(away.lost).toBeVisible();
		await away.choose(FIRST, 1);
		await expect(away.text('phone.scene.sending')).toBeVisible();
		await expect(away.text('phone.link.unsent', { count: 1 })).toBeVisible();
		await away.choose(FIRST, 4);
		await expect(away.text('phone.link.unsent', { count: 1 })).toBeVisible();
	});
	await test.step('back in time, the last choice counts, once', async () => {
		await network.setOffline(false);
		await expect(away.lost).toBeHidden();
		await away.expectStored();
		await screen.expectAnswered(4, 4);
		await desk.press('close');
		await desk.press('reveal');
		// Three of four, and one elsewhere: of that nobody is told more than this.
		await screen.pictures.expectNearlyAll(FIRST, 3);
		await away.expectOwn(FIRST, 4);
	});
	await test.step('back too late, it is told so kindly, and what was stored before counts', async () => {
		await desk.press('next');
		await away.answer(SECOND, 0);
		await others[0]?.answer(SECOND, 0);
		await others[1]?.answer(SECOND, 2);
		await others[2]?.answer(SECOND, 2);
		await network.setOffline(true);
		await away.choose(SECOND, 4);
		await desk.press('close');
		await desk.expectStage('closed');
		await network.setOffline(false);
		await expect(away.text('phone.notices.tooLate')).toBeVisible();
		await away.expectOwn(SECOND, 0);
		await away.button('phone.notices.dismiss').click();
		await expect(away.text('phone.notices.tooLate')).toBeHidden();
		await desk.press('reveal');
		for (const { pictures } of [screen, away]) await pictures.expectShares(SECOND, [50, 0, 50, 0, 0]);
	});
	await test.step('sitting out too late is told as well, and not believed to have worked', async () => {
		await desk.press('next');
		await away.answer(SCENES[2], 1);
		await network.setOffline(true);
		await away.sitOut(SCENES[2]);
		await desk.press('close');
		await desk.expectStage('closed');
		await network.setOffline(false);
		await expect(away.text('phone.notices.tooLate')).toBeVisible();
		await away.expectOwn(SCENES[2], 1);
		await desk.press('reopen');
		await away.expectAsked(SCENES[2]);
		await expect(away.option(SCENES[2], 1)).toBeChecked();
		await expect(away.text('phone.scene.satOut')).toBeHidden();
		await screen.expectAnswered(1, 4);
	});
});

test('two tabs of one browser are one participant', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES });
	const [desk, screen, [phone]] = await Promise.all([
		workshop.desk(),
		workshop.screen(),
		workshop.phones(['ar']) as Promise<[PhonePage]>
	]);
	const second = new PhonePage(await phone.page.context().newPage(), phone.language, phone.code);
	await second.open();
	await second.expectLobby();
	await screen.expectHere(1);
	await desk.press('start');
	await Promise.all([phone.expectAsked(FIRST), second.expectAsked(FIRST)]);
	for (const [one, other, rung] of [
		[phone, second, 3],
		[second, phone, 1],
		[phone, second, 2]
	] as const) {
		await one.answer(FIRST, rung);
		await expect(other.option(FIRST, rung)).toBeChecked();
		await other.expectStored();
		await screen.expectAnswered(1, 1);
	}
	await second.sitOut(FIRST);
	await expect(phone.text('phone.scene.satOut')).toBeVisible();
	await screen.expectAnswered(0, 1);
});

test('two tabs that join at once take one seat', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES });
	const [screen, phone] = await Promise.all([workshop.screen(), workshop.phone()]);
	const second = new PhonePage(await phone.page.context().newPage(), phone.language, phone.code);
	await second.open();
	await expect(second.join).toBeEnabled();
	await phone.sitDown();
	await second.expectLobby();
	await screen.expectHere(1);
	expect((await workshop.state()).joined).toBe(1);
});

test.describe('with the service worker', () => {
	test.use({ serviceWorkers: 'allow' });

	test('a reload leads back to the same place, with a network and without', async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const [desk, [phone]] = await Promise.all([
			workshop.desk(),
			workshop.phones(['es']) as Promise<[PhonePage]>
		]);
		const network = phone.page.context();
		await desk.press('start');
		await phone.answer(FIRST, 2);

		await test.step('with a network', async () => {
			await phone.page.reload();
			await phone.expectAsked(FIRST);
			await expect(phone.option(FIRST, 2)).toBeChecked();
			await phone.expectStored();
			await desk.expectAnswered(1, 1);
		});
		await test.step('without one it shows what it knew last, and takes answers', async () => {
			await untilReadyForOffline(phone.page);
			await network.setOffline(true);
			await phone.choose(FIRST, 4);
			await phone.page.reload();
			await phone.expectAsked(FIRST);
			await phone.expectHere();
			await expect(phone.lost).toBeVisible();
			await expect(phone.option(FIRST, 4)).toBeChecked();
			await expect(phone.text('phone.link.unsent', { count: 1 })).toBeVisible();
		});
		await test.step('meanwhile the room has gone on, and the phone follows', async () => {
			await desk.press('skip');
			await desk.expectScene(SECOND);
			await network.setOffline(false);
			await phone.expectAsked(SECOND);
			await expect(phone.lost).toBeHidden();
			await expect(phone.text('phone.notices.tooLate')).toBeVisible();
			await phone.answer(SECOND, 3);
			await desk.expectAnswered(1, 1);
		});
	});
});
