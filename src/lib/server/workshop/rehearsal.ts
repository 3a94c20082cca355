import type { Transaction } from 'kysely';
import { SAT_OUT, type Tables } from '../db';
import type { Workshop } from './record';
import { hashOf, makeSecret, randomBelow } from '../security/secrets';

/** Made-up participants of a rehearsal. */
const PEOPLE = 20;

/** One in so many sits a scene out. */
const SITS_OUT = 12;

/** What made-up people choose, as lots per rung; one of these for each scene, so that scenes differ. */
const TASTES = [
	[1, 3, 6, 8, 2],
	[2, 6, 5, 5, 2],
	[5, 4, 2, 4, 5],
	[0, 1, 1, 17, 1],
	[1, 2, 8, 8, 1]
];

/** Seats made-up participants. Their seats are nobody's: no token leads to them. */
export async function bringMadeUpPeople(trx: Transaction<Tables>, code: string): Promise<void> {
	const people = Array.from({ length: PEOPLE }, () => ({
		workshop_id: code,
		participant_id: hashOf(makeSecret()),
		language: '',
		made_up: 1
	}));
	await trx.insertInto('participant').values(people).execute();
}

/** Ends a rehearsal: made-up people go, and so do all answers, since a picture of both was seen. */
export async function clearMadeUpPeople(trx: Transaction<Tables>, code: string): Promise<void> {
	await trx.deleteFrom('answer').where('workshop_id', '=', code).execute();
	await trx.deleteFrom('participant').where('workshop_id', '=', code).where('made_up', '=', 1).execute();
}

/** Lets the made-up people answer the scenes that are open, once. */
export async function letMadeUpPeopleAnswer(
	trx: Transaction<Tables>,
	{ code, session, scenes }: Workshop
): Promise<void> {
	const open = scenes.filter((_, i) => session.stage === 'scene' && session.statuses[i] === 'open');
	if (open.length === 0) return;
	const people = await trx
		.selectFrom('participant')
		.select('participant_id')
		.where('workshop_id', '=', code)
		.where('made_up', '=', 1)
		.execute();
	const answers = open.flatMap((scene) => {
		const taste = TASTES[scenes.indexOf(scene) % TASTES.length] as number[];
		return people.map(({ participant_id }) => ({
			workshop_id: code,
			round: session.round,
			scene,
			participant_id,
			rung: randomBelow(SITS_OUT) === 0 ? SAT_OUT : drawRung(taste)
		}));
	});
	if (answers.length === 0) return;
	await trx
		.insertInto('answer')
		.values(answers)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

function drawRung(lots: readonly number[]): number {
	let lot = randomBelow(lots.reduce((sum, count) => sum + count, 0));
	return lots.findIndex((count) => (lot -= count) < 0);
}
