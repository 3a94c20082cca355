import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accepts, allowedSteps, type Step } from '../../group';
import type { Rung } from '../../questions';
import type { Store } from '../db';
import { makeSecret } from '../security/secrets';
import { Workshops } from './workshops';
import { act, bothStores, openWorkshop, reasonOf, seat, SETTINGS, type Held } from './workshops.fixture';

const PEOPLE = 4;

const LED: readonly Step[] = ['start', 'close', 'reopen', 'next', 'startOver'];

const people = fc.nat({ max: PEOPLE - 1 });
const anAnswer = fc.record({
	person: people,
	round: fc.constantFrom(1, 1, 1, 2),
	/** From the scene at hand. */
	away: fc.constantFrom(0, 0, 0, 1),
	rung: fc.constantFrom<Rung[]>(0, 1, 2, 3, 4)
});

/** What happens to a process: it takes a step, gets answers that come together, or has lost all that it had read. */
const anEvent = fc.record({
	process: fc.nat({ max: 1 }),
	loses: fc.boolean(),
	step: fc.option(fc.nat({ max: 11 }), { freq: 3 }),
	answers: fc.array(anAnswer, { minLength: 1, maxLength: 5 })
});

type Event = typeof anEvent extends fc.Arbitrary<infer E> ? E : never;

describe.each(bothStores())('answers through two processes on %s', (_, open) => {
	let store: Store;
	let processes: Workshops[];
	let held: Held;
	let seats: string[];
	/** What was acknowledged, by person, round and scene. */
	let stored: Map<string, Rung>;
	const start = () => new Workshops({ store, now: Date.now });
	beforeEach(async () => {
		store = await open();
	});
	afterEach(() => store.close());

	/** As the database says, through a process that has read nothing before. */
	const now = () => start().hosted(held.code, held.key);

	async function play({ process, loses, step, answers: asked }: Event) {
		if (loses) processes[process] = start();
		const at = processes[process] as Workshops;
		const before = await now();
		const possible = allowedSteps(before.session, 'led').filter((one) => LED.includes(one));
		if (step !== null) await act(start(), held, possible[step % possible.length] as Step);
		const { session } = await now();
		const answers = asked.map(({ away, ...rest }) => ({
			...rest,
			scene: (session.at + away) % SETTINGS.scenes.length
		}));
		const outcomes = await Promise.all(
			answers.map(({ person, round, scene, rung }) =>
				reasonOf(at.answer(held.code, seats[person] as string, round, SETTINGS.scenes[scene] as never, rung))
			)
		);
		expect(outcomes).toEqual(
			answers.map(({ round, scene }) => (accepts(session, round, scene, 0) ? 'none' : 'closed'))
		);
		const taken = answers.filter((_, i) => outcomes[i] === 'none');
		for (const { person, round, scene, rung } of taken) stored.set(`${person} ${round} ${scene}`, rung);
		for (const key of stored.keys()) if (Number(key.split(' ')[1]) < session.round - 1) stored.delete(key);
		const answered = new Set(
			[...stored.keys()].filter((key) => key.endsWith(` ${session.round} ${session.at}`))
		);
		for (const one of [...processes, start()])
			expect((await one.snapshots(held.code)).shared).toMatchObject({
				answered: session.stage === 'scene' ? answered.size : 0,
				joined: PEOPLE,
				at: session.at
			});
	}

	it('count as the database says, whatever a process has read before or has lost', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anEvent, { minLength: 5, maxLength: 12 }), async (events) => {
				processes = [start(), start()];
				stored = new Map();
				held = await openWorkshop(start());
				seats = await seat(start(), held, PEOPLE);
				await act(start(), held, 'start');
				for (const event of events) await play(event);
				const { session } = await now();
				for (const [person, own] of seats.entries())
					expect((await start().answersOf(held.code, own)).answers).toEqual(
						Object.fromEntries(
							[...stored].flatMap(([key, rung]) => {
								const [who, round, scene] = key.split(' ').map(Number);
								return who === person && round === session.round
									? [[SETTINGS.scenes[scene as number], rung]]
									: [];
							})
						)
					);
			}),
			{ numRuns: 6 }
		);
	});

	it('are refused where there is no seat, beside one that counts', async () => {
		const at = start();
		held = await openWorkshop(at);
		const [own = ''] = await seat(at, held, 1);
		await act(at, held, 'start');
		const answer = (seat: string) => reasonOf(at.answer(held.code, seat, 1, 'thin-post', 2));
		expect(await Promise.all([answer(makeSecret()), answer(own)])).toEqual(['noSeat', 'none']);
		expect(await answer(makeSecret())).toBe('noSeat');
		expect((await at.snapshots(held.code)).shared.answered).toBe(1);
	});

	it('are refused after a deletion of which the process has not heard', async () => {
		const at = start();
		held = await openWorkshop(at);
		const [own = ''] = await seat(at, held, 1);
		await act(at, held, 'start');
		await at.answer(held.code, own, 1, 'thin-post', 2);
		await start().delete(await start().hosted(held.code, held.key));
		expect(await reasonOf(at.answer(held.code, own, 1, 'thin-post', 3))).toBe('gone');
		const { rows } = await sql`select * from answer where workshop_id = ${held.code}`.execute(store.db);
		expect(rows).toEqual([]);
	});
});
