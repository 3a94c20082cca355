import type { ParticipantPage } from './pages/participant-page';
import { RoomPictures } from './pages/room-pictures';
import { say } from '../support/words';
import { expect, test, together } from './support/workshop';

const SCENES = ['thin-post', 'free-audit', 'testimonial'] as const;
const SMALLEST = 5;
const PEOPLE = SMALLEST - 1;

test('a group below the smallest walks at its own pace, and sees nothing of one another anywhere', async ({
	hall
}) => {
	const workshop = await hall.open({ scenes: SCENES, pace: 'free', smallestGroup: SMALLEST, rows: true });
	const [host, screen, participants] = await Promise.all([
		workshop.host(),
		workshop.screen(),
		workshop.participants(['en', 'es', 'ar', 'en'])
	]);
	const [first, ...others] = participants as [ParticipantPage, ...ParticipantPage[]];
	const everywhere = [screen, host, ...participants];
	await screen.expectHere(PEOPLE);

	await test.step('all scenes are open at once; the screen shows none of them', async () => {
		await host.press('start');
		await expect(screen.text('group.free.heading', { count: SCENES.length })).toBeVisible();
		await expect(screen.options).toHaveCount(0);
		await together(participants, (participant) => participant.expectAsked(SCENES[0]));
		await screen.expectThrough(0, PEOPLE);
	});
	await test.step('everybody goes on when they like, and back', async () => {
		for (const [i, scene] of SCENES.entries()) {
			await first.answer(scene, 1);
			await expect(
				first.text('participant.free.counted', { answered: i + 1, total: SCENES.length })
			).toBeVisible();
			await first.goOn();
		}
		await screen.expectThrough(1, PEOPLE);
		await first.button('participant.free.again').click();
		await first.answer(SCENES[0], 4);
		await together(others, async (participant) => {
			await participant.expectAsked(SCENES[0]);
			for (const scene of SCENES) {
				await participant.answer(scene, 2);
				await participant.goOn();
			}
			await expect(participant.text('participant.free.done')).toBeVisible();
		});
		await screen.expectThrough(PEOPLE, PEOPLE);
		await expect(host.text('host.through', { answered: PEOPLE, joined: PEOPLE })).toBeVisible();
	});
	await test.step('closed and shown, there is no picture, and everybody is told why', async () => {
		await host.press('close');
		await screen.expectClosed();
		await host.revealTooFew(SCENES.length, SMALLEST);
		for (const { pictures } of everywhere) await pictures.expectFew(SMALLEST);
		expect((await workshop.state()).picture).toEqual({ kind: 'few' });
		for (const scene of SCENES.slice(1)) {
			await host.press('next');
			await host.expectScene(scene);
			await together(participants, (participant, i) => participant.expectOwn(scene, i === 0 ? 1 : 2));
		}
	});
	await test.step('at the end the string stays empty', async () => {
		await host.press('end');
		for (const { pictures } of everywhere) await pictures.expectStringOfFew(SMALLEST);
		await expect(first.text('participant.end.fewScenes', { least: 4 })).toBeVisible();
	});
	await test.step('neither report nor files hold anything', async () => {
		const page = await host.openReport();
		const pictures = new RoomPictures(page, 'en');
		await expect(pictures.few).toHaveCount(SCENES.length);
		await pictures.expectStringOfFew(SMALLEST);
		await expect(pictures.scene).toHaveCount(0);
		await expect(page.getByText(say('en', 'report.files.rowsFew', { smallest: SMALLEST }))).toBeVisible();
		await expect(page.getByRole('link', { name: say('en', 'report.files.rows') })).toHaveCount(0);

		const few = say('en', 'report.kinds.few');
		const scenes = (await workshop.table(host, 'scenes.csv')).slice(1);
		expect(scenes.map((row) => row.slice(3))).toEqual(SCENES.map(() => [few, '', '', '', '', '', '']));
		const room = (await workshop.table(host, 'room.csv')).slice(1);
		expect(room.map((row) => row.slice(1))).toEqual(room.map(() => [few, '', '', '']));
		expect(room).toHaveLength(5);
		expect(await workshop.table(host, 'rows.csv')).toEqual([]);
		expect(await workshop.report(host)).toMatchObject({
			rows: 'few',
			scenes: SCENES.map((scene) => ({ scene, picture: { kind: 'few' }, frequencies: null })),
			groupPicture: { overall: { kind: 'few' }, splits: [] }
		});
	});
});
