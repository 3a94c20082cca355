import { isScored, RUNGS, type OwnSceneId, type Rung, type ScenarioId, type SceneId } from '../questions';
import { freshState, pressed, type Press } from './host-steps.arbitrary';
import { firstPictureGroup } from './first-rules.fixture';
import { countRungs } from './counts';
import { END_PARTS, endPartsOf } from './parts';
import { pictureGroup, pictureScene } from './picture';
import type { Replies } from './counted-scenes';
import { anonymousRows } from './rows';
import { accepts, firstSession, scoredPositions, type Session, type Tells } from './session';
import { pictureShift, type RepliesTwice } from './shift';
import type { Pace } from './settings';

/** For tests only: somebody who has everything public of a whole session, and knows who was in the room when. */

/** Scenes of four dimensions, as agendas have it. */
export const SCENES: readonly ScenarioId[] = [
	'thin-post',
	'dealer-host',
	'free-audit',
	'testimonial',
	'van-dealer',
	'dealer-proposal'
];

/** What scenes that a host wrote offer: all rungs, some, or positions. */
const OWN_SCENES: Readonly<Record<OwnSceneId, readonly Rung[]>> = {
	'own-late': RUNGS,
	'own-visit': [0, 3],
	'own-tea': [0, 1, 2]
};

/** The same scenes, with those of a host before, between and behind. */
export const MIXED: readonly SceneId[] = [
	'own-tea',
	...SCENES.slice(0, 2),
	'own-visit',
	...SCENES.slice(2, 4),
	'own-late'
];

const rungsTo = (scene: SceneId | undefined): readonly Rung[] =>
	!scene || isScored(scene) ? RUNGS : (OWN_SCENES[scene] ?? RUNGS);

/** In order. Everybody who is there replies to whatever is open, again where it is opened again. */
export type Event =
	{ does: 'press'; press: Press } | { does: 'arrive' | 'leave'; person: number } | { does: 'reply' };

/** A session but for the answers. */
export type Course = {
	pace: Pace;
	smallestGroup: number;
	scenes: readonly SceneId[];
	people: number;
	/** Who is not named in an arrival is there from the beginning. */
	events: readonly Event[];
	rows: boolean;
};

/** Undefined is somebody who was there, gave no answer, and of whom the server did not hear that. */
type Reply = Rung | null | undefined;

/** By round (the first is 0), person and position: what the person replies when there, null for sitting out. */
export type World = readonly (readonly (readonly Reply[])[])[];

/** The rules by which a server tells something. */
export type Rules = {
	tells(people: readonly Replies[], course: Course, session: Session): Tells;
	/** Of scores, as anything that leaves the server has it; null where nothing does. `twice` are both rounds, in a second one. */
	scores(
		people: readonly Replies[],
		course: Course,
		session: Session,
		twice?: readonly RepliesTwice[]
	): unknown;
};

const answersTo = (people: readonly Replies[], scene: SceneId) =>
	people.flatMap((replies) => replies[scene] ?? []);

export const RULES: Rules = {
	tells(people, { scenes, smallestGroup }, session) {
		const sealed = session.asked.filter((i) => session.sealed[i]).map((i) => scenes[i] as SceneId);
		const picture = pictureGroup(people, sealed, smallestGroup);
		return {
			scenes: scenes.map((scene) => answersTo(people, scene).length >= smallestGroup),
			scores: picture.counted.length > 0,
			ending: endPartsOf(picture)
		};
	},
	scores(people, { scenes, smallestGroup, rows }, session, twice = []) {
		const scored = (of: Session) => scoredPositions(of)?.map((i) => scenes[i] as SceneId);
		const on = scored(session);
		if (!on) return null;
		const before = firstSession(session);
		const first =
			before &&
			pictureGroup(
				twice.map((replies) => replies.first),
				scored(before) ?? [],
				smallestGroup
			);
		const counted = first?.counted.map(({ scene }) => scene);
		const picture = pictureGroup(people, on, smallestGroup, counted?.length ? counted : undefined);
		const exported = rows ? anonymousRows(people, picture, () => 0)?.rows.map(String) : null;
		return [picture, exported?.sort(), first && [first, pictureShift(twice, first, picture, smallestGroup)]];
	}
};

export const FIRST_RULES: Rules = {
	tells: (_, { scenes }) => ({ scenes: scenes.map(() => true), scores: true, ending: END_PARTS }),
	scores: (people, { scenes, smallestGroup }, { sealed }) =>
		firstPictureGroup(
			people,
			scenes.filter(isScored).filter((scene) => sealed[scenes.indexOf(scene)]),
			smallestGroup
		)
};

/** Only these steps ask what they would tell. */
const TELLING: readonly Press[] = ['reveal', 'closeAndReveal', 'end', 'forward'];

/** Everything public of a session, moment by moment, and who replied to what in its rounds. */
export function witness(course: Course, world: World, rules: Rules) {
	const { scenes, pace, smallestGroup } = course;
	const late = new Set(course.events.flatMap((event) => (event.does === 'arrive' ? event.person : [])));
	const here = new Set(Array.from({ length: course.people }, (_, i) => i).filter((i) => !late.has(i)));
	const rounds = new Map<number, Map<number, Record<string, Rung | null>>>();
	const told: string[] = [];
	/** By round, person and position: whether the person was in the room while the scene was open. */
	const presence = new Map<number, Map<number, Set<number>>>();
	let state = freshState(scenes.length);
	let scores = { key: '', value: '' };

	for (const event of course.events) {
		const { round } = state.session;
		const replies = rounds.get(round) ?? new Map<number, Record<string, Rung | null>>();
		rounds.set(round, replies);
		const people = () => [...(rounds.get(state.session.round)?.values() ?? [])] as Replies[];
		if (event.does === 'press')
			state = pressed(
				state,
				pace,
				event.press,
				TELLING.includes(event.press) ? rules.tells(people(), course, state.session) : undefined
			);
		else if (event.does === 'arrive') here.add(event.person);
		else if (event.does === 'leave') here.delete(event.person);
		else
			for (const person of here)
				scenes.forEach((scene, position) => {
					if (!accepts(state.session, round, position, 0)) return;
					const seen = presence.get(round) ?? new Map<number, Set<number>>();
					presence.set(round, seen.set(person, (seen.get(person) ?? new Set()).add(position)));
					const reply = world[round - 1]?.[person]?.[position];
					if (reply !== undefined) replies.set(person, { ...replies.get(person), [scene]: reply });
				});
		const { session } = state;
		const now = people();
		const counts = scenes.map((scene) => answersTo(now, scene).length);
		const pictures = scenes.map((scene, i) =>
			session.sealed[i] ? pictureScene(countRungs(answersTo(now, scene)), smallestGroup) : null
		);
		const key = JSON.stringify([session, counts]);
		const before = session.first && rounds.get(session.first.round);
		const twice =
			before &&
			Array.from({ length: course.people }, (_, person) => ({
				first: before.get(person) ?? {},
				second: rounds.get(session.round)?.get(person) ?? {}
			}));
		if (key !== scores.key)
			scores = { key, value: JSON.stringify(rules.scores(now, course, session, twice ?? [])) };
		told.push(JSON.stringify([session, here.size, counts, pictures]), scores.value);
	}
	return { told: told.join('\n'), presence };
}

export type Seen = ReturnType<typeof witness>;

/** People whom the room knows by having been there, or not, at the same scenes. */
export type KnownGroup = { round: number; people: readonly number[]; positions: readonly number[] };

/** The small groups that the room knows from two rounds that are compared: who left after the first, say. */
export function knownTwice(course: Course, { presence }: Seen): KnownGroup[] {
	const there = (person: number) =>
		[...presence].map(([round, seen]): [number, number[]] => [
			round,
			[...(seen.get(person) ?? [])].sort((a, b) => a - b)
		]);
	const people = Array.from({ length: course.people }, (_, person) => person);
	return [...Map.groupBy(people, (person) => JSON.stringify(there(person))).values()]
		.filter((alike) => alike.length < course.smallestGroup)
		.flatMap((alike) =>
			there(alike[0] as number).map(([round, positions]) => ({ round: round - 1, people: alike, positions }))
		);
}

/** The known groups smaller than the smallest that a picture may show. */
export function knownGroups(course: Course, { presence }: Seen): KnownGroup[] {
	return [...presence].flatMap(([round, seen]) =>
		[...Map.groupBy(seen, ([, positions]) => [...positions].sort((a, b) => a - b).join(' ')).values()]
			.filter((alike) => alike.length < course.smallestGroup)
			.map((alike) => ({
				round: round - 1,
				people: alike.map(([person]) => person),
				positions: [...(alike[0]?.[1] ?? [])].sort((a, b) => a - b)
			}))
	);
}

type Cell = { person: number; position: number; reply: Reply };

/** The same world but for some replies. */
function changed(world: World, round: number, cells: readonly Cell[]): World {
	const copy = world.map((rows) => rows.map((row) => [...row]));
	for (const { person, position, reply } of cells) (copy[round]?.[person] ?? [])[position] = reply;
	return copy;
}

/** What some people replied to a scene, in no order. */
function repliesOf(world: World, { round, people }: KnownGroup, position: number): string {
	return people
		.map((person) => String(world[round]?.[person]?.[position]))
		.sort()
		.join(' ');
}

/** Worlds that are worth trying: two people exchange replies, or one chose something else. */
function* nearWorlds(
	{ scenes }: Course,
	world: World,
	group: KnownGroup,
	position: number,
	present: Presence
): Generator<World> {
	const { round, people } = group;
	const rows = world[round] ?? [];
	for (const person of people) {
		for (const [other, positions] of present) {
			if (people.includes(other) || !positions.has(position)) continue;
			if (rows[other]?.[position] === rows[person]?.[position]) continue;
			const shared = group.positions.filter((at) => positions.has(at));
			const more = shared.filter((at) => at !== position);
			for (let some = 0; some < 2 ** more.length; some += 1) {
				// All that both were there for first: then what each contributed to the scores changes hands.
				const at = [position, ...more.filter((_, i) => !((some >> i) & 1))];
				yield changed(
					world,
					round,
					at.flatMap((at) => [
						{ person, position: at, reply: rows[other]?.[at] },
						{ person: other, position: at, reply: rows[person]?.[at] }
					])
				);
			}
		}
		for (const reply of rungsTo(scenes[position])) yield changed(world, round, [{ person, position, reply }]);
	}
}

/** Every order of some replies, each once. */
function* ordersOf(replies: readonly Reply[]): Generator<Reply[]> {
	if (replies.length === 0) yield [];
	for (const first of new Set(replies)) {
		const at = replies.indexOf(first);
		for (const rest of ordersOf(replies.toSpliced(at, 1))) yield [first, ...rest];
	}
}

/** Every world with the same counts of each reply to each scene: all there are, where every scene shows its shares. */
function* allWorlds(world: World, round: number, present: Presence, position = 0): Generator<World> {
	const scenes = world[round]?.[0]?.length ?? 0;
	if (position === scenes) {
		yield world;
		return;
	}
	const people = [...present].filter(([, positions]) => positions.has(position)).map(([person]) => person);
	const replies = people.map((person) => world[round]?.[person]?.[position]);
	for (const order of ordersOf(replies)) {
		const cells = people.map((person, i) => ({ person, position, reply: order[i] }));
		yield* allWorlds(changed(world, round, cells), round, present, position + 1);
	}
}

type Presence = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * Whether the replies of a known group to a scene are the same in every world that looks like this one.
 * @param seen what is public of this world
 * @param patience how many worlds to look at where no near one tells; `null` is the answer where that is too few
 */
export function isDetermined(
	course: Course,
	world: World,
	rules: Rules,
	seen: Seen,
	group: KnownGroup,
	position: number,
	patience: number
): boolean | null {
	const { told, presence } = seen;
	const present = presence.get(group.round + 1) ?? new Map<number, Set<number>>();
	const own = repliesOf(world, group, position);
	const differs = (other: World) =>
		repliesOf(other, group, position) !== own && witness(course, other, rules).told === told;
	for (const other of nearWorlds(course, world, group, position, present)) if (differs(other)) return false;
	let left = patience;
	for (const other of allWorlds(world, group.round, present)) {
		if (left === 0) return null;
		left -= 1;
		if (differs(other)) return false;
	}
	return true;
}

const press = (press: Press): Event => ({ does: 'press', press });

/** Draws a session as they happen, and worse: people come late, leave and sit out; the host reopens, undoes and starts over. */
export function drawSession(
	random: () => number,
	asked: readonly SceneId[],
	most: { people: number; scenes: number },
	{ sitsOut = 0.05, unheard = 0 } = {}
): { course: Course; world: World } {
	const below = (count: number) => Math.floor(random() * count);
	const chance = (part: number) => random() < part;
	const people = 4 + below(most.people - 3);
	const smallestGroup = 3 + below(Math.min(3, people - 3));
	const scenes = asked.slice(0, 2 + below(most.scenes - 1));
	const slots = Array.from(scenes.keys());
	// Alone at any time, or together with as many as may be shown.
	const together = chance(0.4) ? { slot: below(scenes.length), from: people - smallestGroup } : null;
	const arrivals = Array.from({ length: people }, (_, person) =>
		together && person >= together.from ? together.slot : chance(0.25) ? below(scenes.length) : 0
	);
	const leaves = Array.from({ length: people }, () =>
		chance(0.15) ? 1 + below(scenes.length) : scenes.length
	);

	const round = (first: boolean): Event[] => [
		press('start'),
		...slots.flatMap((slot): Event[] => [
			...[...arrivals.entries()].flatMap(([person, at]): Event[] =>
				first && at === slot && slot > 0 ? [{ does: 'arrive', person }] : []
			),
			...(chance(0.1) ? [press('close'), press('reveal'), press('reopen')] : []),
			{ does: 'reply' },
			...(chance(0.15) ? [press('close'), press('reopen'), { does: 'reply' } as const] : []),
			...[...leaves.entries()].flatMap(([person, at]): Event[] =>
				first && at === slot ? [{ does: 'leave', person }] : []
			),
			...(chance(0.1) ? [press('skip')] : [press('close'), press('reveal')]),
			...(chance(0.1) ? [press('undo'), press('reveal')] : []),
			...(chance(0.1)
				? [press('previous'), press('reopen'), { does: 'reply' } as const, press('close')]
				: []),
			...(chance(0.1) ? [press('end'), press('previous')] : []),
			press('next')
		]),
		press('end'),
		...(chance(0.2) ? [press('undo'), press('reveal'), press('end')] : []),
		...(chance(0.2)
			? [press('previous'), press('previous'), press('reopen'), { does: 'reply' } as const]
			: []),
		...(chance(0.5) ? [press('close'), press('reveal'), press('end')] : [])
	];
	const course: Course = {
		pace: chance(0.8) ? 'led' : 'free',
		smallestGroup,
		scenes,
		people,
		rows: chance(0.3),
		events: [
			...round(true),
			...(chance(0.2) ? [press('startOver'), ...(chance(0.5) ? [press('undo')] : round(false))] : [])
		]
	};
	const camps = chance(0.3);
	const offered = scenes.map(rungsTo);
	const oneOf = (rungs: readonly Rung[]) => rungs[below(rungs.length)] as Rung;
	const dull = offered.map((rungs) => (chance(0.15) ? oneOf(rungs) : null));
	const world = [1, 2].map(() =>
		Array.from({ length: people }, () => {
			const camp = chance(0.5) ? 0 : -1;
			return dull.map((rung, position): Reply => {
				const rungs = offered[position] ?? RUNGS;
				if (chance(sitsOut)) return null;
				if (unheard > 0 && chance(unheard)) return undefined;
				if (rung !== null && chance(0.9)) return rung;
				return camps && chance(0.9) ? rungs.at(camp) : oneOf(rungs);
			});
		})
	);
	return { course, world };
}
