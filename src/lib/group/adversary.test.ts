import { describe, expect, it } from 'vitest';
import { seededRandom, type Rung, type ScenarioId } from '../questions';
import {
	drawSession,
	FIRST_RULES,
	isDetermined,
	knownGroups,
	RULES,
	witness,
	type Course,
	type Event,
	type Rules,
	type World
} from './adversary.fixture';
import { countRungs } from './counts';
import type { Replies } from './counted-scenes';
import { firstPictureGroup } from './first-rules.fixture';
import { pictureGroup, pictureScene, placeOf } from './picture';

/** Of four dimensions, as agendas have it. */
const SCENES: readonly ScenarioId[] = [
	'thin-post',
	'dealer-host',
	'free-audit',
	'testimonial',
	'van-dealer',
	'dealer-proposal'
];

/** Every answer of a small known group in some sessions: how often the adversary has it. */
function attack(
	sessions: readonly { course: Course; world: World }[],
	rules: Rules,
	patience: number
): { answers: number; determined: number; open: number; scores: number } {
	const found = { answers: 0, determined: 0, open: 0, scores: 0 };
	for (const { course, world } of sessions) {
		const seen = witness(course, world, rules);
		if (seen.told.includes('"counted":[{')) found.scores += 1;
		for (const group of knownGroups(course, seen))
			for (const position of group.positions) {
				if (group.people.every((person) => world[group.round]?.[person]?.[position] == null)) continue;
				found.answers += 1;
				const determined = isDetermined(course, world, rules, seen, group, position, patience);
				if (determined === null) found.open += 1;
				else if (determined) found.determined += 1;
			}
	}
	return found;
}

/** Three people, and a fourth who comes for the second of two scenes. */
function withLatecomer(random: () => number): { course: Course; world: World } {
	const presses = (...all: ('close' | 'reveal' | 'next' | 'end')[]) =>
		all.map((press): Event => ({ does: 'press', press }));
	const course: Course = {
		pace: 'led',
		smallestGroup: 3,
		scenes: SCENES.slice(0, 2),
		people: 4,
		rows: false,
		events: [
			{ does: 'press', press: 'start' },
			{ does: 'reply' },
			...presses('close', 'reveal', 'next'),
			{ does: 'arrive', person: 3 },
			{ does: 'reply' },
			...presses('close', 'reveal', 'end')
		]
	};
	const world = [Array.from({ length: 4 }, () => [0, 1].map(() => Math.floor(5 * random()) as Rung))];
	return { course, world };
}

/** Four people who answer three scenes, three who sit out the first two, and one who comes for the last. */
function amongSittingOut(random: () => number): { course: Course; world: World } {
	const step = (press: 'start' | 'close' | 'reveal' | 'next' | 'end'): Event => ({ does: 'press', press });
	const asked: Event[] = [{ does: 'reply' }, step('close'), step('reveal')];
	const course: Course = {
		pace: 'led',
		smallestGroup: 3,
		scenes: SCENES.slice(0, 3),
		people: 8,
		rows: random() < 0.5,
		events: [
			step('start'),
			...asked,
			step('next'),
			...asked,
			step('next'),
			{ does: 'arrive', person: 7 },
			...asked,
			step('end')
		]
	};
	const reply = (person: number, position: number) =>
		person >= 4 && position < 2 ? null : (Math.floor(5 * random()) as Rung);
	const rows = Array.from({ length: 8 }, (_, person) => [0, 1, 2].map((at) => reply(person, at)));
	return { course, world: [rows] };
}

describe('somebody who has everything public of a session, and knows who was there when', () => {
	it('works answers back under the first rules, and none in the same rooms under these', () => {
		const random = seededRandom(1);
		const rooms = Array.from({ length: 40 }, () => withLatecomer(random));
		const before = attack(rooms, FIRST_RULES, 1_000);
		const now = attack(rooms, RULES, 1_000);
		console.info(
			`a latecomer among four, two scenes: ${before.determined} of ${before.answers} answers under the first rules, ${now.determined} now`
		);
		expect(before.determined).toBeGreaterThan(before.answers / 4);
		expect(now).toMatchObject({ answers: before.answers, determined: 0, open: 0 });
	});

	it('works no answer of a known small group back, in any of many sessions', { timeout: 60_000 }, () => {
		const random = seededRandom(2);
		const rooms = Array.from({ length: 100 }, () => drawSession(random, SCENES, { people: 12, scenes: 6 }));
		const found = attack(rooms, RULES, 2_000);
		console.info(
			`${rooms.length} sessions up to 12 people and 6 scenes, ${found.scores} with scores: ${found.determined} of ${found.answers} answers of known small groups determined`
		);
		expect(found.scores).toBeGreaterThan(15);
		expect(found.answers).toBeGreaterThan(200);
		expect(found).toMatchObject({ determined: 0, open: 0 });
	});

	it('works none back of who is left over with people who sat out', { timeout: 60_000 }, () => {
		const random = seededRandom(5);
		const rooms = Array.from({ length: 60 }, () => amongSittingOut(random));
		const found = attack(rooms, RULES, 2_000);
		console.info(
			`a latecomer among people who sit out, ${found.scores} of ${rooms.length} with scores: ${found.determined} of ${found.answers} answers determined`
		);
		expect(found.scores).toBeGreaterThan(20);
		expect(found).toMatchObject({ determined: 0, open: 0 });
	});

	it(
		'works none back where many sit out, and of some the server does not hear it',
		{ timeout: 60_000 },
		() => {
			const random = seededRandom(4);
			const manner = { sitsOut: 0.25, unheard: 0.05 };
			const rooms = Array.from({ length: 100 }, () =>
				drawSession(random, SCENES, { people: 12, scenes: 6 }, manner)
			);
			const found = attack(rooms, RULES, 2_000);
			console.info(
				`${rooms.length} sessions in which a quarter sits out, ${found.scores} with scores: ${found.determined} of ${found.answers} answers of known small groups determined`
			);
			expect(found.scores).toBeGreaterThan(10);
			expect(found.answers).toBeGreaterThan(200);
			expect(found).toMatchObject({ determined: 0, open: 0 });
		}
	);
});

/** Which scenes somebody was there for: from the first to before the second. */
type Stay = readonly [from: number, to: number];

/** Every multiset of some things. */
function* multisets<T>(things: readonly T[], size: number, from = 0): Generator<T[]> {
	if (size === 0) yield [];
	else
		for (let i = from; i < things.length; i += 1)
			for (const rest of multisets(things, size - 1, i)) yield [things[i] as T, ...rest];
}

/** Every row of replies to the scenes of a stay. */
function rowsIn(
	[from, to]: Stay,
	scenes: number,
	alphabet: readonly (Rung | null)[]
): (Rung | null | undefined)[][] {
	let rows: (Rung | null | undefined)[][] = [[]];
	for (let i = 0; i < scenes; i += 1)
		rows = rows.flatMap((row) =>
			i < from || i >= to ? [[...row, undefined]] : alphabet.map((reply) => [...row, reply])
		);
	return rows;
}

/** Every room whose people have these stays: rows, grouped by stay. */
function* roomsOf(
	stays: readonly (readonly [Stay, number])[],
	scenes: number,
	alphabet: readonly (Rung | null)[]
): Generator<(Rung | null | undefined)[][][]> {
	const [first, ...others] = stays;
	if (!first) {
		yield [];
		return;
	}
	for (const rows of multisets(rowsIn(first[0], scenes, alphabet), first[1]))
		for (const rest of roomsOf(others, scenes, alphabet)) yield [rows, ...rest];
}

/** Looks at every room there can be: in how many an answer of a known small group is the same in all that look alike. */
function exhaust(
	shapes: readonly (readonly Stay[])[],
	scenes: readonly ScenarioId[],
	alphabet: readonly (Rung | null)[],
	smallestGroup: number,
	scores: (people: readonly Replies[]) => unknown
) {
	const found = { rooms: 0, looks: 0, determined: 0 };
	for (const shape of shapes) {
		const stays = [...Map.groupBy(shape, String).values()].map(
			(alike) => [alike[0] as Stay, alike.length] as const
		);
		const small = stays.flatMap(([, size], i) => (size < smallestGroup ? i : []));
		if (small.length === 0) continue;
		const looks = new Map<string, { rooms: number; answers: Set<string>[] }>();
		for (const room of roomsOf(stays, scenes.length, alphabet)) {
			const people = room.flat().map((row): Replies => {
				const replies: Partial<Record<ScenarioId, Rung | null>> = {};
				row.forEach((reply, i) => {
					if (reply !== undefined) replies[scenes[i] as ScenarioId] = reply;
				});
				return replies;
			});
			const pictures = scenes.map((scene) => {
				const rungs = people.flatMap((replies) => replies[scene] ?? []);
				return [rungs.length, pictureScene(countRungs(rungs), smallestGroup)];
			});
			const look = JSON.stringify([pictures, scores(people)]);
			const known = looks.get(look) ?? {
				rooms: 0,
				answers: small.flatMap(() => scenes.map(() => new Set<string>()))
			};
			known.rooms += 1;
			small.forEach((group, g) =>
				scenes.forEach((_, i) =>
					known.answers[g * scenes.length + i]?.add(
						(room[group] ?? [])
							.map((row) => String(row[i]))
							.sort()
							.join(' ')
					)
				)
			);
			looks.set(look, known);
		}
		for (const { rooms, answers } of looks.values()) {
			found.rooms += rooms;
			found.looks += 1;
			if (answers.some((replies) => replies.size === 1 && /\d/.test([...replies][0] ?? '')))
				found.determined += rooms;
		}
	}
	return found;
}

const staysIn = (scenes: number): Stay[] =>
	Array.from({ length: scenes }, (_, from) =>
		Array.from({ length: scenes - from }, (_, i): Stay => [from, from + i + 1])
	).flat();

describe('every room there can be', () => {
	const full = (scenes: number, people: number) => Array<Stay>(people).fill([0, scenes]);

	it('of four people and two scenes: the first rules tell a latecomer’s answer in some, these in none', () => {
		const shapes = [[...full(2, 3), [1, 2] as Stay]];
		const scenes = SCENES.slice(0, 2);
		const all = [0, 1, 3, 4] as const;
		const before = exhaust(shapes, scenes, all, 3, (people) => [
			firstPictureGroup(people, scenes.slice(0, 1), 3),
			firstPictureGroup(people, scenes, 3)
		]);
		const now = exhaust(shapes, scenes, all, 3, (people) => pictureGroup(people, scenes, 3));
		console.info(
			`all ${now.rooms} rooms of four: answers determined in ${before.determined} under the first rules, in ${now.determined} now`
		);
		expect(before.determined).toBeGreaterThan(before.rooms / 4);
		expect(now).toMatchObject({ rooms: before.rooms, determined: 0 });
	});

	it(
		'of up to six people and three scenes, whoever comes and goes when: in none',
		{ timeout: 60_000 },
		() => {
			const scenes = SCENES.slice(0, 3);
			const shapes = [
				...[1, 2].flatMap((others) =>
					[...multisets(staysIn(3), others)].map((stays) => [...full(3, 3), ...stays])
				),
				[...full(3, 5), [1, 3] as Stay]
			];
			const found = exhaust(shapes, scenes, [0, 4], 3, (people) => pictureGroup(people, scenes, 3));
			console.info(
				`all ${found.rooms} rooms of up to six people, three scenes and two rungs: determined in ${found.determined}`
			);
			expect(found.rooms).toBeGreaterThan(5_000);
			expect(found.determined).toBe(0);
		}
	);

	it(
		'of four people and four scenes with a string, one of them late or gone early: in none',
		{ timeout: 60_000 },
		() => {
			const scenes = SCENES.slice(0, 4);
			let strings = 0;
			const shapes = [[1, 4] as const, [0, 3] as const].map((stay) => [...full(4, 3), stay]);
			const found = exhaust(shapes, scenes, [0, 4], 3, (people) => {
				const picture = pictureGroup(people, scenes, 3);
				if (picture.counted.length > 0) strings += 1;
				return picture;
			});
			console.info(
				`all ${found.rooms} rooms of four people, four scenes and two rungs, ${strings} with a string: determined in ${found.determined}`
			);
			expect(strings).toBeGreaterThan(1_000);
			expect(found.determined).toBe(0);
		}
	);
});

/** Every order of some things, each once. */
function ordersOf<T>(things: readonly T[]): T[][] {
	if (things.length === 0) return [[]];
	return [...new Set(things)].flatMap((first) =>
		ordersOf(things.toSpliced(things.indexOf(first), 1)).map((rest) => [first, ...rest])
	);
}

/** What can be told of five people who all answered three scenes, from the scenes' pictures and with the string. */
function tellRows(columns: readonly (readonly Rung[])[], withString: boolean) {
	const scenes = SCENES.slice(0, columns.length);
	const peopleOf = (columns: readonly (readonly Rung[])[]) =>
		[0, 1, 2, 3, 4].map((person): Replies =>
			Object.fromEntries(scenes.map((scene, i) => [scene, columns[i]?.[person]]))
		);
	const picture = pictureGroup(peopleOf(columns), scenes, 5);
	const shown = scenes.map((scene, i) => ({ scene, picture: pictureScene(countRungs(columns[i] ?? []), 5) }));
	const places = new Map<string, number | null>();
	/** The string of other rows under the same pictures of the scenes. */
	const stringOf = (rows: readonly string[]): string => {
		if (!withString || picture.counted.length === 0) return '';
		const own = rows.map((row) => {
			if (!places.has(row)) {
				const rungs = [...row].map(Number) as Rung[];
				places.set(row, placeOf(Object.fromEntries(scenes.map((scene, i) => [scene, rungs[i]])), picture));
			}
			return places.get(row) as number;
		});
		const counts = Map.groupBy(own, (place) => place);
		const most = [...counts].reduce((a, b) => (b[1].length > a[1].length ? b : a));
		return most[1].length >= 4 ? `nearly all ${most[0]}` : own.sort((a, b) => a - b).join(' ');
	};
	// What nearly all chose hides who did not, so a column may hold any exception.
	const possible = columns.map((column, i) => {
		const { picture } = shown[i] as (typeof shown)[number];
		if (picture.kind !== 'nearlyAll') return ordersOf(column);
		return [0, 1, 2, 3, 4].flatMap((exception) =>
			ordersOf([picture.rung, picture.rung, picture.rung, picture.rung, exception as Rung])
		);
	});
	const rowsOf = (columns: readonly (readonly Rung[])[]) =>
		[0, 1, 2, 3, 4].map((person) => columns.map((column) => column[person]).join(''));
	const own = rowsOf(columns);
	const string = stringOf(own);
	const sets = new Set<string>();
	/** By scene, what was said of it, and another scene: what else those may have chosen. */
	const also = new Map<string, Set<string>>();
	const visit = (chosen: readonly (readonly Rung[])[]) => {
		if (chosen.length < columns.length) {
			for (const column of possible[chosen.length] ?? []) visit([...chosen, column]);
			return;
		}
		const rows = rowsOf(chosen);
		if (stringOf(rows) !== string) return;
		sets.add(rows.toSorted().join(' '));
		for (const row of rows)
			for (let said = 0; said < row.length; said += 1)
				for (let other = 0; other < row.length; other += 1) {
					if (said === other) continue;
					const name = `${said} ${row[said]} ${other}`;
					also.set(name, (also.get(name) ?? new Set()).add(row[other] as string));
				}
	};
	// Nobody has a name: the first column may stand in any one order.
	for (const first of new Set((possible[0] ?? []).map((column) => column.toSorted().join(''))))
		visit([[...first].map(Number) as Rung[]]);
	let [others, determined] = [0, 0];
	for (const row of own)
		for (let said = 0; said < row.length; said += 1)
			for (let other = 0; other < row.length; other += 1) {
				if (said === other) continue;
				others += 1;
				if (also.get(`${said} ${row[said]} ${other}`)?.size === 1) determined += 1;
			}
	return { all: sets.size === 1, others, determined };
}

describe('what the string adds to the pictures of the scenes', () => {
	it('is next to nothing, for five people and three scenes', { timeout: 60_000 }, () => {
		const random = seededRandom(3);
		const found = [false, true].map(() => ({ rooms: 0, all: 0, others: 0, determined: 0 }));
		for (let room = 0; room < 20; room += 1) {
			const columns = [0, 1, 2].map(() => Array.from({ length: 5 }, () => Math.floor(5 * random()) as Rung));
			[false, true].forEach((withString, i) => {
				const told = tellRows(columns, withString);
				const sum = found[i] as (typeof found)[number];
				sum.rooms += 1;
				sum.all += told.all ? 1 : 0;
				sum.others += told.others;
				sum.determined += told.determined;
			});
		}
		const [without, withString] = found as [(typeof found)[number], (typeof found)[number]];
		const text = ({ rooms, all, others, determined }: typeof without) =>
			`all rows in ${all} of ${rooms} rooms, another answer of somebody who said one aloud in ${determined} of ${others} cases`;
		console.info(`determined without the string: ${text(without)}; with it: ${text(withString)}`);
		expect(withString.all / withString.rooms).toBeLessThan(0.05);
		expect(withString.determined / withString.others).toBeLessThan(0.06);
	});
});
