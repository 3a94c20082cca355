import type { Rung } from '../../src/lib/questions';
import type { ParticipantPage } from './pages/participant-page';
import { expectNoViolation } from './support/access';
import { STILL } from './support/access-workshop';
import { expect, test, together } from './support/workshop';
import { scenesIn } from '../support/words';

const SCENES = ['thin-post', 'free-audit', 'testimonial'] as const;
const [SCENE] = SCENES;

/** By person; the first three move up, the others stay. */
const FIRST: Rung[] = [0, 1, 2, 3, 2, 1];
const AGAIN: Rung[] = [1, 2, 3, 3, 2, 1];

/** A phone is without a network for a while. */
test.use({ expectedErrors: /ERR_INTERNET_DISCONNECTED/ });

test('a room talks about a scene, answers it again, and sees how many moved', async ({ hall }) => {
	test.slow();
	const workshop = await hall.open({ scenes: SCENES, smallestGroup: 3 });
	const [host, screen, participants] = await Promise.all([
		workshop.host(),
		workshop.screen(),
		workshop.participants(['en', 'es', 'ar', 'en', 'en', 'en'])
	]);
	const [mover, , arabic] = participants as [ParticipantPage, ParticipantPage, ParticipantPage];
	for (const { page } of [host, screen, mover, arabic]) await page.emulateMedia(STILL);
	/** What somebody without our page could send. */
	const sent = async (asking: string, round = 1, scene: string = SCENE) =>
		(
			await mover.page.request.post(`/w/${workshop.code}/answers`, {
				data: { round, scene, asking, rung: 4 }
			})
		).status();

	await host.press('start');
	await together(participants, (participant, person) => participant.answer(SCENE, FIRST[person] as Rung));
	expect(await sent('again')).toBe(409);
	await host.press('closeAndReveal');
	await host.press('unfold');
	expect(await sent('again')).toBe(409);

	await test.step('after the discussion the host asks again, and no page shows what was chosen before', async () => {
		await expect(host.text('host.again.offer')).toBeVisible();
		await host.press('askAgain');
		await expect(host.text('host.again.on')).toBeVisible();
		await expect(screen.text('group.again.question')).toBeVisible();
		await mover.expectAsked(SCENE);
		await expect(mover.text('participant.again.asked')).toBeVisible();
		await expect(mover.options.and(mover.page.locator(':checked'))).toHaveCount(0);
		await expect(mover.text('participant.again.before')).toHaveCount(0);
	});
	await test.step('it can be taken back, and asked again', async () => {
		await host.undo('askAgain').click();
		await expect(host.text('host.again.offer')).toBeVisible();
		await host.press('askAgain');
		await expect(host.text('host.again.on')).toBeVisible();
	});
	await test.step('only what is asked is taken', async () => {
		expect(await sent('once')).toBe(409);
		expect(await sent('again', 2)).toBe(409);
		expect(await sent('again', 1, 'free-audit')).toBe(409);
		expect(await sent('again', 1, 'van-dealer')).toBe(400);
		expect(await sent('nonsense')).toBe(400);
	});
	await test.step('whoever gave the second answer sees the first beside it, also without a network', async () => {
		await mover.page.context().setOffline(true);
		await mover.choose(SCENE, AGAIN[0] as Rung);
		await expect(mover.text('participant.again.before')).toBeVisible();
		await mover.page.context().setOffline(false);
		await mover.expectStored();
		await together(participants, (participant, person) => participant.answer(SCENE, AGAIN[person] as Rung));
		const before = mover.page.locator('strong', { hasText: scenesIn('en')[SCENE].options[0] });
		await expect(before).toBeVisible();
		await mover.page.reload();
		await expect(mover.option(SCENE, AGAIN[0] as Rung)).toBeChecked();
		await screen.expectAnswered(6, 6);
		await expectNoViolation(arabic.page, 'asked again');
	});
	await test.step('both pictures stand one above the other, then how many moved', async () => {
		await host.press('close');
		await host.press('reveal');
		await host.expectStage('again');
		await expect(screen.page.locator('.twice .legend')).toContainText(screen.say('group.again.second'));
		await expect(mover.heading('group.twice.first', 2)).toBeVisible();
		await expect(mover.heading('group.again.second', 2)).toBeVisible();
		await expectNoViolation(screen.page, 'both pictures', 'far away');
		await expectNoViolation(mover.page, 'both pictures');
		await host.press('unfold');
		const moved = { people: 6, moved: 3, stayed: 3 };
		await expect(screen.text('group.again.moved', moved)).toBeVisible();
		await expect(screen.text('group.twice.limits')).toBeVisible();
		await expect(mover.text('group.again.moved', moved)).toBeVisible();
		expect(await sent('again')).toBe(409);
		for (const { page } of [host, arabic]) await expectNoViolation(page, 'how many moved');
		await expectNoViolation(screen.page, 'how many moved', 'far away');
	});
	await test.step('scores rest on first answers, and the report holds both', async () => {
		await host.press('next');
		await together(participants, (participant) => participant.expectAsked('free-audit'));
		const report = await workshop.report(host);
		expect(report.scenes).toHaveLength(1);
		expect(report.scenes[0]).toMatchObject({
			picture: { kind: 'shares', shares: [17, 33, 33, 17, 0] },
			again: { picture: { shares: [0, 33, 33, 33, 0] }, moved: { people: 6, ways: { up: 3, down: 0 } } }
		});
		const [head = [], once = [], again = []] = await workshop.table(host, 'scenes.csv');
		expect(head).toHaveLength(11);
		expect([once, again].map((row) => row.slice(4))).toEqual([
			['6', '17', '33', '33', '17', '0', 'what one would do'],
			['6', '0', '33', '33', '33', '0', 'asked again']
		]);
		const room = await workshop.table(host, 'room.csv');
		expect(room.at(-1)).toEqual([scenesIn('en')[SCENE].title, 'counts', '6', '3', '3', '0', '18', '82']);
		await expect(host.page.getByText(host.say('report.pictures.all', { count: 2 }))).toBeVisible();
		const page = await host.openReport();
		await expect(page.getByRole('heading', { name: host.say('group.again.second') })).toBeVisible();
	});
});
