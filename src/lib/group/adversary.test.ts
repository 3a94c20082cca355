import { describe, expect, it } from 'vitest';
import { seededRandom, type Rung } from '../questions';
import {
	drawSession,
	FIRST_RULES,
	isDetermined,
	knownGroups,
	MIXED,
	RULES,
	SCENES,
	witness,
	type Course,
	type Event,
	type Rules,
	type World
} from './adversary.fixture';

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

	it(
		'works none back where the host’s own scenes are asked among those of the quiz',
		{ timeout: 60_000 },
		() => {
			const random = seededRandom(19);
			const rooms = Array.from({ length: 100 }, () => drawSession(random, MIXED, { people: 12, scenes: 7 }));
			const found = attack(rooms, RULES, 2_000);
			console.info(
				`${rooms.length} sessions with own scenes, ${found.scores} with scores: ${found.determined} of ${found.answers} answers of known small groups determined`
			);
			expect(found.scores).toBeGreaterThan(15);
			expect(found.answers).toBeGreaterThan(200);
			expect(found).toMatchObject({ determined: 0, open: 0 });
		}
	);
});
