import type { MessageKey } from '../../src/lib/i18n';
import type { Rung } from '../../src/lib/questions';
import { expect, test, together } from './support/workshop';

const SCENES = ['thin-post', 'free-audit', 'testimonial', 'van-dealer'] as const;
const RUNGS: readonly Rung[] = [0, 2, 4];

type Said = { count: number; hostSays: MessageKey[]; screenSays: MessageKey; participantSays: MessageKey };

const ENDS: Said[] = [
	{
		count: 2,
		hostSays: ['host.stage.splits', 'host.stage.noScore', 'host.closing.thanksOnly'],
		screenSays: 'group.ending.noScore.heading',
		participantSays: 'participant.end.fewScenes'
	},
	{
		count: 3,
		hostSays: [
			'host.stage.stringOnly',
			'host.stage.splits',
			'host.stage.ownPlace',
			'host.closing.thanksOnly'
		],
		screenSays: 'group.ending.heading',
		participantSays: 'participant.end.fewScenes'
	},
	{
		count: 4,
		hostSays: ['host.stage.string', 'host.stage.splits', 'host.stage.own', 'host.closing.thanks'],
		screenSays: 'group.ending.heading',
		participantSays: 'participant.end.ownText'
	}
];

for (const { count, hostSays, screenSays, participantSays } of ENDS)
	test(`the end of ${count} scenes promises on every page what there is`, async ({ hall }) => {
		const scenes = SCENES.slice(0, count);
		const workshop = await hall.open({ scenes, smallestGroup: RUNGS.length });
		const [host, screen, participants] = await Promise.all([
			workshop.host(),
			workshop.screen(),
			workshop.participants(['en', 'en', 'en'])
		]);
		await host.press('start');
		for (const scene of scenes) {
			await together(participants, (participant, i) => participant.answer(scene, RUNGS[i] as Rung));
			await host.press('close');
			await host.press('reveal');
			await host.press(scene === scenes.at(-1) ? 'end' : 'next');
		}
		const [first, ...further] = hostSays.slice(0, -1) as [MessageKey, ...MessageKey[]];
		await expect(host.text(first)).toBeVisible();
		for (const said of further) {
			await host.press('unfold');
			await expect(host.text(said)).toBeVisible();
		}
		await expect(host.text(hostSays.at(-1) as MessageKey)).toBeVisible();
		await expect(screen.page.getByRole('heading', { name: screen.say(screenSays) })).toBeVisible();
		for (const participant of participants)
			await expect(participant.text(participantSays, { least: 4 })).toBeVisible();
	});
