import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCENARIOS, type Rung, type ScenarioId } from '../questions';
import { rungs } from '../scoring/answers.arbitrary';
import { freshState, paces, pressed, presses, type HostState, type Press } from './host-steps.arbitrary';
import { RULES } from './adversary.fixture';
import { countRungs } from './counts';
import type { Replies } from './counted-scenes';
import { pictureGroup, pictureScene, type GroupPicture, type ScenePicture } from './picture';
import { accepts, scoredPositions } from './session';
import type { Pace } from './settings';

/** What can happen in a workshop. People who were not heard of before have come late. */
type Event =
	| { does: 'press'; press: Press }
	/** One person answers any scene, or takes the answer back, at any time. */
	| { does: 'answer'; person: number; scene: number; rung: Rung | null }
	/** The first of the people answer whatever is open: most of them as `most` does, where that is given. */
	| { does: 'crowd'; size: number; most: Rung | null; rungs: readonly (Rung | null)[] };

type Course = {
	pace: Pace;
	people: number;
	smallestGroup: number;
	scenes: readonly ScenarioId[];
	events: readonly Event[];
};

/** Everything that anybody in the workshop has seen, and what it was made from. */
type Seen = {
	round: number;
	shown: readonly ScenarioId[];
	pictures: ReadonlyMap<ScenarioId, ScenePicture>;
	/** Of scores: what the report and everything else has, from the end on. */
	room: GroupPicture | null;
	people: readonly Replies[];
};

const MOST_PEOPLE = 40;

const events = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ does: fc.constant('press' as const), press: presses }) },
	{
		weight: 2,
		arbitrary: fc.record({
			does: fc.constant('answer' as const),
			person: fc.nat({ max: MOST_PEOPLE - 1 }),
			scene: fc.nat({ max: 7 }),
			rung: fc.option(rungs, { freq: 4 })
		})
	},
	{
		weight: 3,
		arbitrary: fc.record({
			does: fc.constant('crowd' as const),
			size: fc.nat({ max: MOST_PEOPLE }),
			most: fc.option(rungs, { freq: 2 }),
			rungs: fc.array(fc.option(rungs, { freq: 12 }), { minLength: MOST_PEOPLE, maxLength: MOST_PEOPLE })
		})
	}
);

const courses: fc.Arbitrary<Course> = fc.record({
	pace: paces,
	people: fc.integer({ min: 3, max: MOST_PEOPLE }),
	smallestGroup: fc.oneof(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 3, max: 20 })),
	scenes: fc.shuffledSubarray(
		SCENARIOS.map(({ id }) => id),
		{ minLength: 1, maxLength: 8 }
	),
	events: fc.array(events, { minLength: 10, maxLength: 60, size: 'max' })
});

type Rounds = Map<number, Map<number, Partial<Record<ScenarioId, Rung | null>>>>;

/** Lives through a course. Whatever may be shown after an event is looked at: the host's report can be, always. */
function live(course: Course): Seen[] {
	const rounds: Rounds = new Map();
	let state = freshState(course.scenes.length);
	return course.events.map((event) => {
		state = happen(event, state, rounds, course);
		const { session } = state;
		// As the server does: answers of a round are kept as long as undoing could bring it back.
		const kept = [session.round, state.before?.round];
		for (const other of rounds.keys()) if (!kept.includes(other)) rounds.delete(other);
		const people = peopleIn(rounds, session.round);
		const shown = course.scenes.filter((_, i) => session.sealed[i]);
		const scored = scoredPositions(session)?.map((i) => course.scenes[i] as ScenarioId);
		return {
			round: session.round,
			shown,
			people,
			pictures: new Map(
				shown.map((scene) => [
					scene,
					pictureScene(countRungs(people.flatMap((replies) => replies[scene] ?? [])), course.smallestGroup)
				])
			),
			room: scored ? pictureGroup(people, scored, course.smallestGroup) : null
		};
	});
}

const peopleIn = (rounds: Rounds, round: number): Replies[] =>
	[...(rounds.get(round)?.values() ?? [])].map((replies) => ({ ...replies }));

function happen(event: Event, state: HostState, rounds: Rounds, course: Course): HostState {
	const { pace, people, scenes } = course;
	const reply = (person: number, position: number, rung: Rung | null) => {
		const { session } = state;
		const scene = scenes[position];
		if (!scene || person >= people || !accepts(session, session.round, position, 0)) return;
		const round = rounds.get(session.round) ?? new Map<number, Partial<Record<ScenarioId, Rung | null>>>();
		rounds.set(session.round, round.set(person, { ...round.get(person), [scene]: rung }));
	};
	switch (event.does) {
		case 'press': {
			const here = peopleIn(rounds, state.session.round);
			const tells = RULES.tells(here, { ...course, events: [], rows: false }, state.session);
			return pressed(state, pace, event.press, tells);
		}
		case 'answer':
			reply(event.person, event.scene, event.rung);
			return state;
		case 'crowd':
			for (let person = 0; person < event.size; person += 1)
				scenes.forEach((_, position) => {
					const own = event.rungs[(person + 7 * position) % MOST_PEOPLE] ?? null;
					reply(person, position, person > 0 && own !== null ? (event.most ?? own) : own);
				});
			return state;
	}
}

describe('whatever happens in a workshop', () => {
	it('one scene has one picture in a round', () => {
		let twice = 0;
		fc.assert(
			fc.property(courses, (course) => {
				const known = new Map<string, ScenePicture>();
				for (const { round, pictures } of live(course))
					for (const [scene, picture] of pictures) {
						const name = `${round} ${scene}`;
						if (known.has(name)) twice += 1;
						expect(picture).toStrictEqual(known.get(name) ?? picture);
						known.set(name, picture);
					}
			})
		);
		expect(twice).toBeGreaterThan(100);
	});

	it('scores have one picture in a round, and none before its end', () => {
		let [before, twice] = [0, 0];
		fc.assert(
			fc.property(courses, (course) => {
				const known = new Map<number, GroupPicture>();
				for (const { round, room } of live(course)) {
					if (!room) before += 1;
					if (!room || room.counted.length === 0) {
						expect(known.get(round)).toBeUndefined();
						continue;
					}
					if (known.has(round)) twice += 1;
					expect(room).toStrictEqual(known.get(round) ?? room);
					known.set(round, room);
				}
			}),
			{ numRuns: 200 }
		);
		expect(Math.min(before, twice)).toBeGreaterThan(10);
	});

	it('only scenes that enough people answered are sealed', () => {
		fc.assert(
			fc.property(courses, (course) => {
				for (const { pictures, people } of live(course))
					for (const [scene, picture] of pictures) {
						expect(picture.kind).not.toBe('few');
						const answered = people.filter((replies) => replies[scene] != null).length;
						expect(answered).toBeGreaterThanOrEqual(course.smallestGroup);
					}
			})
		);
	});
});
