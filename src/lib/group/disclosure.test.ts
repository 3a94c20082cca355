import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNGS, SCENARIOS, type Rung, type ScenarioId } from '../questions';
import type { Answers } from '../scoring';
import { rungs } from '../scoring/answers.arbitrary';
import { freshDesk, paces, pressed, presses, type Desk, type Press } from './desk.arbitrary';
import {
	countRungs,
	pictureGroup,
	pictureScene,
	placeOf,
	type GroupPicture,
	type ScenePicture
} from './picture';
import { anonymousRows } from './rows';
import { accepts } from './session';
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

/** Everything that a facilitator or anybody in the room has seen, and what it was made from. */
type Seen = {
	round: number;
	shown: readonly ScenarioId[];
	pictures: ReadonlyMap<ScenarioId, ScenePicture>;
	room: GroupPicture;
	people: readonly Answers[];
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

/** Lives through a course. Whatever may be shown after an event is looked at: the facilitator's report can be, always. */
function live(course: Course): Seen[] {
	const rounds = new Map<number, Map<number, Answers>>();
	let desk = freshDesk(course.scenes.length);
	return course.events.map((event) => {
		desk = happen(event, desk, rounds, course);
		const { round, sealed } = desk.session;
		// As the server does: answers of a round are kept as long as undoing could bring it back.
		const kept = [round, desk.before?.round];
		for (const other of rounds.keys()) if (!kept.includes(other)) rounds.delete(other);
		return look(
			round,
			course.scenes.filter((_, i) => sealed[i]),
			[...(rounds.get(round)?.values() ?? [])].map((answers) => ({ ...answers })),
			course.smallestGroup
		);
	});
}

function happen(
	event: Event,
	desk: Desk,
	rounds: Map<number, Map<number, Answers>>,
	{ pace, people, scenes }: Course
): Desk {
	const answer = (person: number, position: number, rung: Rung | null) => {
		const { session } = desk;
		const scene = scenes[position];
		if (!scene || person >= people || !accepts(session, session.round, position)) return;
		const round = rounds.get(session.round) ?? new Map<number, Answers>();
		const answers = round.get(person) ?? {};
		if (rung === null) delete answers[scene];
		else answers[scene] = rung;
		rounds.set(session.round, round.set(person, answers));
	};
	switch (event.does) {
		case 'press':
			return pressed(desk, pace, event.press);
		case 'answer':
			answer(event.person, event.scene, event.rung);
			return desk;
		case 'crowd':
			for (let person = 0; person < event.size; person += 1)
				scenes.forEach((_, position) => {
					const own = event.rungs[(person + 7 * position) % MOST_PEOPLE] ?? null;
					answer(person, position, person > 0 && own !== null ? (event.most ?? own) : own);
				});
			return desk;
	}
}

function look(
	round: number,
	shown: readonly ScenarioId[],
	people: readonly Answers[],
	smallestGroup: number
): Seen {
	const pictures = new Map(
		shown.map((scene) => [
			scene,
			pictureScene(countRungs(people.flatMap((answers) => answers[scene] ?? [])), smallestGroup)
		])
	);
	return { round, shown, pictures, people, room: pictureGroup(people, shown, smallestGroup) };
}

/** Every two moments of one round. */
function* pairsOf(seen: readonly Seen[]): Generator<readonly [Seen, Seen]> {
	// What did not change cannot differ.
	const distinct = seen.filter(
		(one, i) => JSON.stringify([one.round, one.shown, one.room]) !== JSON.stringify(seenBefore(seen[i - 1]))
	);
	for (const [i, one] of distinct.entries())
		for (const other of distinct.slice(i + 1)) if (one.round === other.round) yield [one, other];
}

const seenBefore = (one: Seen | undefined) => one && [one.round, one.shown, one.room];

/** The same people, had nobody answered what too few did, and everybody alike what nearly all did. */
function hidden({ pictures, people }: Seen): Answers[] {
	return people.map((answers) => {
		const changed: Answers = { ...answers };
		for (const [scene, picture] of pictures) {
			if (picture.kind === 'few') delete changed[scene];
			if (picture.kind === 'nearlyAll' && scene in changed) changed[scene] = picture.rung;
		}
		return changed;
	});
}

const byText = (rows: readonly unknown[] | null) => rows && rows.map((row) => JSON.stringify(row)).sort();

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

	it('the same scenes make the same picture of the room', () => {
		fc.assert(
			fc.property(courses, (course) => {
				const known = new Map<string, GroupPicture>();
				for (const { round, shown, room } of live(course)) {
					const name = `${round} ${shown.join(' ')}`;
					expect(room).toStrictEqual(known.get(name) ?? room);
					known.set(name, room);
				}
			})
		);
	});

	it('two pictures of the room differ by the answers of enough people, or not at all', () => {
		const found = { alike: 0, different: 0 };
		fc.assert(
			fc.property(courses, (course) => {
				for (const [one, other] of pairsOf(live(course))) {
					const [fewer, more] = one.shown.length < other.shown.length ? [one, other] : [other, one];
					const added = more.shown.filter((scene) => !fewer.shown.includes(scene));
					const told = added.filter((scene) => more.pictures.get(scene)?.kind !== 'few');
					if (told.length === 0) {
						found.alike += 1;
						expect(more.room).toStrictEqual(fewer.room);
						continue;
					}
					found.different += 1;
					const answered = more.people.filter((answers) => told.some((scene) => scene in answers));
					expect(answered.length).toBeGreaterThanOrEqual(course.smallestGroup);
				}
			}),
			{ numRuns: 200 }
		);
		expect(found.alike).toBeGreaterThan(10);
		expect(found.different).toBeGreaterThan(10);
	});

	it('what a scene’s picture hides is in no other picture and in no rows either', () => {
		const found = { few: 0, nearlyAll: 0, shares: 0, rows: 0 };
		fc.assert(
			fc.property(courses, ({ smallestGroup, ...course }) => {
				for (const seen of live({ smallestGroup, ...course })) {
					const other = hidden(seen);
					for (const { kind } of seen.pictures.values()) found[kind] += 1;
					expect(pictureGroup(other, seen.shown, smallestGroup)).toStrictEqual(seen.room);
					const scenes = seen.shown.filter((scene) => seen.pictures.get(scene)?.kind === 'shares');
					const rows = (people: readonly Answers[]) =>
						byText(anonymousRows(people, scenes, smallestGroup, () => 0));
					if (scenes.length > 0) found.rows += 1;
					expect(rows(other)).toEqual(rows(seen.people));
				}
			})
		);
		expect(Math.min(...Object.values(found))).toBeGreaterThan(20);
	});

	it('nothing is shown of fewer people than the smallest group', () => {
		fc.assert(
			fc.property(courses, (course) => {
				for (const { pictures, people, room, shown } of live(course)) {
					for (const [scene, picture] of pictures) {
						const answered = people.filter((answers) => scene in answers).length;
						expect(picture.kind === 'few').toBe(answered < course.smallestGroup);
					}
					if (people.length < course.smallestGroup)
						expect(room).toStrictEqual(pictureGroup([], shown, course.smallestGroup));
				}
			})
		);
	});

	it('everybody with a bead finds the own one in the room’s picture', () => {
		let beads = 0;
		fc.assert(
			fc.property(courses, (course) => {
				for (const { people, room } of live(course)) {
					if (room.overall.kind !== 'spread' || room.overall.places.length === 0) continue;
					const places = room.overall.places.map(({ place }) => place);
					const own = people.flatMap((answers) => placeOf(answers, room.counted) ?? []);
					beads += own.length;
					expect(own.filter((place) => !places.includes(place))).toEqual([]);
				}
			})
		);
		expect(beads).toBeGreaterThan(100);
	});
});

describe('subtracting, by hand', () => {
	const scenes = ['thin-post', 'van-dealer', 'comment-pod'] as const;
	const choices: readonly (readonly Rung[])[] = [
		[0, 1],
		[1, 3],
		[2, 2],
		[4, 3],
		[3, 0]
	];
	/** Five people who answered the first two scenes; in the third, only those named did. */
	const people = (third: Readonly<Record<number, Rung>>): Answers[] =>
		choices.map(([first, second], i) => ({
			'thin-post': first!,
			'van-dealer': second!,
			...(third[i] !== undefined && { 'comment-pod': third[i] })
		}));

	it('tells nothing of the one who answered a scene alone', () => {
		const before = pictureGroup(people({}), scenes.slice(0, 2), 5);
		expect(before.overall.kind).toBe('spread');
		for (const rung of RUNGS) expect(pictureGroup(people({ 2: rung }), scenes, 5)).toStrictEqual(before);
	});

	it('tells nothing of the one who did not choose as nearly all did', () => {
		const alike = pictureGroup(people({ 0: 4, 1: 4, 2: 4, 3: 4, 4: 4 }), scenes, 5);
		expect(alike.overall.kind).toBe('spread');
		for (const one of choices.keys())
			for (const rung of RUNGS)
				expect(pictureGroup(people({ 0: 4, 1: 4, 2: 4, 3: 4, 4: 4, [one]: rung }), scenes, 5)).toStrictEqual(
					alike
				);
	});
});
