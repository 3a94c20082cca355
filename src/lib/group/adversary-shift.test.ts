import { describe, expect, it } from 'vitest';
import { seededRandom, type Rung } from '../questions';
import {
	isDetermined,
	knownTwice,
	RULES,
	SCENES,
	witness,
	type Course,
	type Event,
	type World
} from './adversary.fixture';
import { shiftOf, type PlacesTwice, type ShiftPicture } from './shift';
import { pairedInterval } from './paired';

const PLACES = [0, 50, 100] as const;
const PAIRS = PLACES.flatMap((first) => PLACES.map((second) => ({ first, second })));

/** Every list of some things, or with `ordered: false` every multiset. */
function* listsOf<T>(things: readonly T[], size: number, ordered: boolean, from = 0): Generator<T[]> {
	if (size === 0) yield [];
	else
		for (let i = ordered ? 0 : from; i < things.length; i += 1)
			for (const rest of listsOf(things, size - 1, ordered, i)) yield [things[i] as T, ...rest];
}

/** The rule that comes to mind: the mean of whoever has both places, from the smallest group on. */
function plainShiftOf(people: readonly PlacesTwice[], smallestGroup: number): ShiftPicture {
	const differences = people.flatMap(({ first, second }) =>
		first !== null && second !== null ? second - first : []
	);
	if (differences.length < smallestGroup) return { kind: 'few' };
	return { kind: 'shift', people: differences.length, ...pairedInterval(differences) };
}

const sorted = (places: readonly (number | null)[]) =>
	places
		.filter((place) => place !== null)
		.sort((a, b) => a - b)
		.join(' ');

/**
 * Looks at every group of some who hang twice and few who hang once: in how many the places of those few are the same in all that look
 * alike, beyond those where the two strings alone tell it.
 */
function exhaust(
	shape: { leftOut: number; pairs: number; once: number },
	rule: (people: readonly PlacesTwice[], smallestGroup: number) => ShiftPicture
) {
	const looks = new Map<string, { groups: number; places: Set<string>; strings: string }>();
	const alone = new Map<string, Set<string>>();
	let shown = 0;
	for (const once of listsOf(PLACES, shape.once, false))
		for (const first of listsOf(PAIRS, shape.leftOut, true))
			for (const rest of listsOf(PAIRS, shape.pairs, false)) {
				const people = [...first, ...rest, ...once.map((place) => ({ first: place, second: null }))];
				const picture = rule(people, 3);
				if (picture.kind === 'shift') shown += 1;
				const strings = `${sorted(people.map((own) => own.first))}/${sorted(people.map((own) => own.second))}`;
				const look = `${strings}/${JSON.stringify(picture)}`;
				const known = looks.get(look) ?? { groups: 0, places: new Set<string>(), strings };
				known.groups += 1;
				known.places.add(sorted(once));
				looks.set(look, known);
				alone.set(strings, (alone.get(strings) ?? new Set()).add(sorted(once)));
			}
	const found = { groups: 0, shown, determined: 0 };
	for (const { groups, places, strings } of looks.values()) {
		found.groups += groups;
		if (places.size === 1 && (alone.get(strings)?.size ?? 0) > 1) found.determined += groups;
	}
	return found;
}

describe('somebody who knows both strings, how they shifted and who was there once only', () => {
	it.each([
		['one', { leftOut: 2, pairs: 3, once: 1 }],
		['two', { leftOut: 1, pairs: 4, once: 2 }]
	])(
		'seldom works a place of %s back, as the plain mean nearly always lets them',
		{ timeout: 60_000 },
		(_, shape) => {
			const plain = exhaust(shape, plainShiftOf);
			const now = exhaust(shape, shiftOf);
			console.info(
				`all ${now.groups} groups: places determined in ${plain.determined} by the plain mean, in ${now.determined} now, with ${now.shown} shifts shown`
			);
			expect(plain.determined).toBeGreaterThan(0.8 * plain.groups);
			expect(now.shown).toBeGreaterThan(1_000);
			expect(now.determined).toBeLessThan(0.03 * now.groups);
		}
	);

	it('works no answer of theirs back, in any of many sessions', { timeout: 60_000 }, () => {
		const random = seededRandom(18);
		const sessions = Array.from({ length: 60 }, () => drawTwice(random));
		const found = { shown: 0, answers: 0, determined: 0, open: 0 };
		for (const { course, world } of sessions) {
			const seen = witness(course, world, RULES);
			if (seen.told.includes('"kind":"shift"')) found.shown += 1;
			for (const group of knownTwice(course, seen))
				for (const position of group.positions) {
					found.answers += 1;
					const determined = isDetermined(course, world, RULES, seen, group, position, 300);
					if (determined === null) found.open += 1;
					else if (determined) found.determined += 1;
				}
		}
		console.info(
			`${sessions.length} sessions of two rounds, ${found.shown} with a shift: ${found.determined} of ${found.answers} answers of known small groups determined`
		);
		expect(found.shown).toBeGreaterThan(20);
		expect(found).toMatchObject({ determined: 0, open: 0 });
	});
});

/** Two rounds, between which one or two leave or come. */
function drawTwice(random: () => number): { course: Course; world: World } {
	const below = (count: number) => Math.floor(random() * count);
	const scenes = SCENES.slice(0, 3 + below(2));
	const people = 9 + below(4);
	const others = Array.from({ length: 1 + below(2) }, (_, i) => people - 1 - i);
	const leave = random() < 0.5;
	const step = (press: 'start' | 'close' | 'reveal' | 'next' | 'end' | 'secondRound'): Event => ({
		does: 'press',
		press
	});
	const round = [
		step('start'),
		...scenes.flatMap((): Event[] => [{ does: 'reply' }, step('close'), step('reveal'), step('next')]),
		step('end')
	];
	const course: Course = {
		pace: 'led',
		smallestGroup: 3,
		scenes,
		people,
		rows: false,
		events: [
			...round,
			...others.map((person): Event => ({ does: leave ? 'leave' : 'arrive', person })),
			step('secondRound'),
			...round
		]
	};
	const first = Array.from({ length: people }, () => scenes.map(() => below(5) as Rung));
	const second = first.map((row) => row.map((rung) => (random() < 0.6 ? rung : (below(5) as Rung))));
	return { course, world: [first, second] };
}
