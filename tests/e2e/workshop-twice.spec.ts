import type { Rung } from '../../src/lib/questions';
import type { HostPage } from './pages/host-page';
import type { ParticipantPage } from './pages/participant-page';
import { expect, test, together } from './support/workshop';

const SCENES = ['thin-post', 'free-audit', 'testimonial'] as const;

/** By person; the first three move up, the others stay. */
const BEFORE: Rung[][] = [
	[0, 1, 2],
	[1, 2, 1],
	[0, 0, 1],
	[4, 3, 4],
	[2, 2, 2],
	[3, 4, 3]
];
const AFTER: Rung[][] = [[3, 3, 3], [2, 3, 3], [4, 3, 4], ...BEFORE.slice(3)];

async function askAll(host: HostPage, participants: readonly ParticipantPage[], rows: readonly Rung[][]) {
	await host.press('start');
	for (const [i, scene] of SCENES.entries()) {
		await together(participants, (participant, person) =>
			participant.answer(scene, rows[person]?.[i] as Rung)
		);
		await host.press('close');
		await host.press('reveal');
		await host.press(i + 1 < SCENES.length ? 'next' : 'end');
	}
}

test('a room is asked everything twice, and sees both strings and how far it moved', async ({ hall }) => {
	test.slow();
	const workshop = await hall.open({ scenes: SCENES, smallestGroup: 3 });
	const [host, screen, participants] = await Promise.all([
		workshop.host(),
		workshop.screen(),
		workshop.participants(['en', 'es', 'ar', 'en', 'en', 'en'])
	]);
	const [mover] = participants as [ParticipantPage];
	await askAll(host, participants, BEFORE);
	await expect(host.text('host.now.end')).toBeVisible();

	await test.step('the host opens the second round, and everybody is told', async () => {
		await host.press('secondRound');
		await expect(host.text('host.second.on')).toBeVisible();
		await expect(screen.text('group.twice.round')).toBeVisible();
		await expect(mover.text('participant.lobby.second')).toBeVisible();
		await expect(mover.text('participant.notices.startedOver')).toHaveCount(0);
	});
	await test.step('at its end both strings stand one above the other', async () => {
		await askAll(host, participants, AFTER);
		await expect(screen.text('group.twice.first')).toBeVisible();
		await expect(screen.text('group.twice.second')).toBeVisible();
		await expect(screen.text('group.twice.limits')).toBeVisible();
		await expect(host.text('group.twice.people', { count: 6 })).toBeVisible();
		expect(await workshop.state()).toMatchObject({ firstRound: 1, comparison: { shift: { people: 6 } } });
		expect(await workshop.report(host)).toMatchObject({ comparison: { shift: { kind: 'shift' } } });
	});
	await test.step('whoever wants sees their own two places, after a reload as well', async () => {
		await mover.page.reload();
		const opener = mover.text('participant.end.twice.open');
		await opener.click();
		await expect(
			mover.text('participant.end.twice.places', {
				first: mover.say('terms.zones.keepingCount.name'),
				second: mover.say('terms.zones.goingByValue.name')
			})
		).toBeVisible();
	});
	await test.step('starting over forgets both', async () => {
		await host.startOver();
		await expect(host.text('host.now.lobby')).toBeVisible();
		await expect(mover.text('participant.notices.startedOver')).toBeVisible();
		expect(await workshop.state()).toMatchObject({ round: 3, firstRound: null });
	});
});
