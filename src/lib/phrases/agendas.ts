import type { MessageKey } from '../i18n';
import type { ScenarioId, SceneId } from '../questions';

type Step = { minutes: number; what: MessageKey; scenes?: readonly ScenarioId[] };
export type Agenda = { id: 'taste' | 'lesson' | 'session'; steps: readonly Step[] };

/** From the shortest to the longest. Scenes are named by their titles in the text of a step. */
export const AGENDAS: readonly Agenda[] = [
	{
		id: 'taste',
		steps: [
			{ minutes: 4, what: 'guide.agendas.taste.welcome' },
			{ minutes: 5, what: 'guide.agendas.taste.first', scenes: ['linkedin-stranger'] },
			{ minutes: 4, what: 'guide.agendas.taste.second', scenes: ['thin-post'] },
			{ minutes: 4, what: 'guide.agendas.taste.third', scenes: ['dealer-host'] },
			{ minutes: 3, what: 'guide.agendas.taste.end' }
		]
	},
	{
		id: 'lesson',
		steps: [
			{ minutes: 6, what: 'guide.agendas.lesson.welcome' },
			{ minutes: 6, what: 'guide.agendas.lesson.first', scenes: ['linkedin-stranger'] },
			{ minutes: 10, what: 'guide.agendas.lesson.middle', scenes: ['close-friend', 'testimonial'] },
			{ minutes: 12, what: 'guide.agendas.lesson.dealer', scenes: ['dealer-host', 'dealer-proposal'] },
			{ minutes: 6, what: 'guide.agendas.lesson.string' },
			{ minutes: 5, what: 'guide.agendas.lesson.end' }
		]
	},
	{
		id: 'session',
		steps: [
			{ minutes: 8, what: 'guide.agendas.session.welcome' },
			{ minutes: 6, what: 'guide.agendas.session.first', scenes: ['linkedin-stranger'] },
			{ minutes: 5, what: 'guide.agendas.session.second', scenes: ['thin-post'] },
			{ minutes: 13, what: 'guide.agendas.session.dealer', scenes: ['dealer-host', 'dealer-proposal'] },
			{ minutes: 8, what: 'guide.agendas.session.pause' },
			{
				minutes: 18,
				what: 'guide.agendas.session.later',
				scenes: ['comment-pod', 'client-supplier', 'free-audit']
			},
			{ minutes: 6, what: 'guide.agendas.session.silence', scenes: ['close-friend'] },
			{ minutes: 8, what: 'guide.agendas.session.asking', scenes: ['testimonial', 'designer-fee'] },
			{ minutes: 6, what: 'guide.agendas.session.string' },
			{ minutes: 8, what: 'guide.agendas.session.groups' },
			{ minutes: 4, what: 'guide.agendas.session.end' }
		]
	}
];

export const minutesOf = ({ steps }: Agenda) => steps.reduce((sum, { minutes }) => sum + minutes, 0);

export const agendaOf = (scenes: readonly SceneId[]) =>
	AGENDAS.find((agenda) => scenesOf(agenda).join() === scenes.join());

/** What the agendas give this scene, talk and all, in whole minutes; of one that none of them asks, what they give any. */
export function minutesFor(scene: SceneId): { from: number; to: number } {
	const given = AGENDAS.flatMap(({ steps }) =>
		steps.flatMap(({ minutes, scenes = [] }) =>
			scenes.map((asked) => ({ asked, minutes: minutes / scenes.length }))
		)
	);
	const own = given.filter(({ asked }) => asked === scene);
	const each = (own.length > 0 ? own : given).map(({ minutes }) => minutes);
	return { from: Math.floor(Math.min(...each)), to: Math.ceil(Math.max(...each)) };
}

export function timetable({ steps }: Agenda) {
	let to = 0;
	return steps.map((step) => {
		const from = to;
		to += step.minutes;
		return { ...step, from, to };
	});
}

export const scenesOf = ({ steps }: Agenda) => steps.flatMap(({ scenes = [] }) => scenes);
