import type { Transaction } from 'kysely';
import { accepts } from '../../group';
import type { Language, Rung, ScenarioId } from '../../questions';
import { transact, type Tables } from '../db';
import { Refusal } from '../refusal';
import { findWorkshop, type Context } from './find-workshop';
import type { Workshop } from './record';
import { addSeats, participantOf, seatedAmong } from './seats';
import { storeAnswers, type Answer } from './store-answers';

export type Joining = { does: 'join'; code: string; seat: string; language: Language };

/** A rung of null takes the answer back. The last one before the scene closes counts. */
export type Answering = {
	does: 'answer';
	code: string;
	seat: string;
	round: number;
	scene: ScenarioId;
	rung: Rung | null;
};

export type Part = Joining | Answering;

type Placed = [index: number, part: Part];

/** Notes a refusal; throws anything else. */
type Refuse = (index: number, thrown: unknown) => void;

/**
 * Does what some participants ask for. Where one writer works at a time it is all one transaction, since what costs is
 * the commit; elsewhere each workshop has one of its own, so that none waits for another and none lies on two shards.
 * @returns by position, null or why it was refused; a refusal of one leaves the others alone
 */
export async function recordParts(context: Context, parts: readonly Part[]): Promise<(Refusal | null)[]> {
	const perWorkshop = [...Map.groupBy(parts.entries(), ([, { code }]) => code)];
	const bundles = context.store.locksRows ? perWorkshop.map((one) => [one]) : [perWorkshop];
	const refused = await Promise.all(bundles.map((bundle) => recordTogether(context, bundle)));
	const reasons = new Map(refused.flat());
	return parts.map((_, i) => reasons.get(i) ?? null);
}

/** @returns those that were refused, by position among all parts */
async function recordTogether(context: Context, bundle: readonly (readonly [code: string, own: Placed[]])[]) {
	const { refused, changed } = await transact(context.store, async (trx) => {
		const refused: [number, Refusal][] = [];
		const changed: string[] = [];
		const refuse: Refuse = (i, thrown) => {
			if (!(thrown instanceof Refusal)) throw thrown;
			refused.push([i, thrown]);
		};
		for (const [code, own] of bundle) {
			try {
				const workshop = await findWorkshop(context, code, { db: trx, lock: true });
				if (await recordIn(trx, workshop, own, refuse)) changed.push(code);
			} catch (error) {
				for (const [i] of own) refuse(i, error);
			}
		}
		return { refused, changed };
	});
	for (const code of changed) context.store.announce(code);
	return refused;
}

async function recordIn(
	trx: Transaction<Tables>,
	workshop: Workshop,
	parts: readonly Placed[],
	refuse: Refuse
): Promise<boolean> {
	const { code } = workshop;
	const { joining, accepted } = sort(workshop, parts, refuse);
	const joined = await addSeats(trx, joining);
	const seated = await seatedAmong(
		trx,
		code,
		accepted.map(({ answer }) => answer.participant_id)
	);
	// Of several answers by one person to one scene the last one counts, and only it is written.
	const last = new Map<string, Answer>();
	for (const { index, answer } of accepted) {
		if (seated.has(answer.participant_id)) last.set(`${answer.scene} ${answer.participant_id}`, answer);
		else refuse(index, new Refusal('noSeat'));
	}
	const seen = await storeAnswers(trx, [...last.values()]);
	if (!joined && !seen) return false;
	await trx
		.updateTable('workshop')
		.set((eb) => ({ version: eb('version', '+', 1) }))
		.where('workshop_id', '=', code)
		.execute();
	return true;
}

/** Splits parts into joins and answers; refuses what may not be. */
function sort(workshop: Workshop, parts: readonly Placed[], refuse: Refuse) {
	const joining: Tables['participant'][] = [];
	const accepted: { index: number; answer: Answer }[] = [];
	for (const [index, part] of parts) {
		try {
			const participant_id = participantOf(part.seat);
			if (part.does === 'join') {
				joining.push({ workshop_id: part.code, participant_id, language: part.language, made_up: 0 });
			} else {
				const { code, round, scene, rung } = part;
				const position = workshop.scenes.indexOf(scene);
				if (position === -1) throw new Refusal('invalid');
				if (!accepts(workshop.session, round, position)) throw new Refusal('closed');
				accepted.push({ index, answer: { workshop_id: code, round, scene, participant_id, rung } });
			}
		} catch (thrown) {
			refuse(index, thrown);
		}
	}
	return { joining, accepted };
}
