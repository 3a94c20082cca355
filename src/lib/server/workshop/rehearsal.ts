import type { Transaction } from 'kysely';
import { answerKey, askingAt, statusAt } from '../../group';
import { type SceneId } from '../../questions';
import { SAT_OUT, type Tables } from '../db';
import type { Rung } from '../../questions';
import { rungsIn, type Workshop } from './record';
import { hashOf, makeSecret, randomBelow } from '../security/secrets';

const PEOPLE = 20;

const SITS_OUT = 12;

/** Of ten, how many choose as they did before. */
const STAY = 6;

/** Weights of rungs 0 to 4; scenes take turns with them, so that pictures differ. */
const TASTES = [
	[1, 3, 6, 8, 2],
	[2, 6, 5, 5, 2],
	[5, 4, 2, 4, 5],
	[0, 1, 1, 17, 1],
	[1, 2, 8, 8, 1]
];

export async function bringMadeUpPeople(trx: Transaction<Tables>, code: string): Promise<void> {
	const people = Array.from({ length: PEOPLE }, () => ({
		workshop_id: code,
		participant_id: hashOf(makeSecret()),
		language: '',
		made_up: 1
	}));
	await trx.insertInto('participant').values(people).execute();
}

/** Deletes real answers as well, since pictures of real and made-up ones together were seen. */
export async function clearMadeUpPeople(trx: Transaction<Tables>, code: string): Promise<void> {
	await trx.deleteFrom('answer').where('workshop_id', '=', code).execute();
	await trx.deleteFrom('participant').where('workshop_id', '=', code).where('made_up', '=', 1).execute();
}

export async function letMadeUpPeopleAnswer(trx: Transaction<Tables>, workshop: Workshop): Promise<void> {
	const { code, session, scenes, guessing } = workshop;
	const open = scenes.filter((_, i) => session.stage === 'scene' && statusAt(session, i) === 'open');
	if (open.length === 0) return;
	const people = await trx
		.selectFrom('participant')
		.select('participant_id')
		.where('workshop_id', '=', code)
		.where('made_up', '=', 1)
		.execute();
	const asking = askingAt(session, session.at);
	const round = asking === 'again' ? session.round : session.first?.round;
	const before = round === undefined ? new Map<string, number>() : await answersIn(trx, code, round, open);
	const answers = open.flatMap((scene) => {
		const rungs = rungsIn(workshop, scene);
		const taste = (TASTES[scenes.indexOf(scene) % TASTES.length] as number[]).map((lots, rung) =>
			rungs.includes(rung as Rung) ? lots : 0
		);
		return people.map(({ participant_id }) => ({
			workshop_id: code,
			round: session.round,
			scene: answerKey(scene, asking),
			participant_id,
			rung:
				asking === 'again'
					? moved(before.get(`${scene} ${participant_id}`) ?? SAT_OUT, rungs)
					: ((randomBelow(10) < STAY ? before.get(`${scene} ${participant_id}`) : undefined) ??
						(randomBelow(SITS_OUT) === 0 ? SAT_OUT : drawRung(taste)))
		}));
	});
	if (answers.length === 0) return;
	const guesses =
		guessing && asking === 'once'
			? answers.flatMap((answer) => guessesBeside(answer, rungsIn(workshop, answer.scene as SceneId)))
			: [];
	await trx
		.insertInto('answer')
		.values([...answers, ...guesses])
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Made-up people expect of others something near their own choice; some of them nothing. */
function guessesBeside(answer: Tables['answer'], rungs: readonly number[]): Tables['answer'][] {
	if (answer.rung === SAT_OUT || randomBelow(SITS_OUT) === 0) return [];
	const beside = answer.rung - 1 + randomBelow(2);
	const rung = rungs.includes(beside) ? beside : answer.rung;
	return [{ ...answer, scene: answerKey(answer.scene as SceneId, 'guess'), rung }];
}

async function answersIn(
	trx: Transaction<Tables>,
	code: string,
	round: number,
	scenes: readonly SceneId[]
): Promise<Map<string, number>> {
	const rows = await trx
		.selectFrom('answer')
		.select(['scene', 'participant_id', 'rung'])
		.where('workshop_id', '=', code)
		.where('round', '=', round)
		.where('scene', 'in', scenes)
		.execute();
	return new Map(rows.map(({ scene, participant_id, rung }) => [`${scene} ${participant_id}`, rung]));
}

/** All the same way: of a few who go either way a rehearsal could show nothing. */
function moved(rung: number, rungs: readonly number[]): number {
	if (rung === SAT_OUT || randomBelow(10) < STAY) return rung;
	return rungs.toSorted((a, b) => a - b).find((next) => next > rung) ?? rung;
}

function drawRung(lots: readonly number[]): number {
	let lot = randomBelow(lots.reduce((sum, count) => sum + count, 0));
	return lots.findIndex((count) => (lot -= count) < 0);
}
