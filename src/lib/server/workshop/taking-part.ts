import type { Transaction } from 'kysely';
import { accepts } from '../../group';
import type { Language, Rung, ScenarioId } from '../../questions';
import { transact, type Tables } from '../db';
import { findWorkshop, participantOf, type Context } from './finding';
import type { Workshop } from './record';
import { Refusal } from '../refusal';

/** Somebody takes a seat. Repeated with the same seat it changes nothing. */
export type Joining = { does: 'join'; code: string; seat: string; language: Language };

/** Somebody answers, or takes an answer back (null). Repeated it changes nothing; the last one before closing counts. */
export type Answering = {
	does: 'answer';
	code: string;
	seat: string;
	round: number;
	scene: ScenarioId;
	rung: Rung | null;
};

export type Part = Joining | Answering;

/** With its position among all parts. */
type Placed = [index: number, part: Part];

type Answer = Omit<Tables['answer'], 'rung'> & { rung: Rung | null };

/** Rows in one statement: databases bound the number of its parameters. */
const CHUNK = 500;

/**
 * Does what some participants ask for. Where one writer works at a time it is all one transaction, since what costs is
 * the commit; elsewhere each workshop has one of its own, so that none waits for another and none lies on two shards.
 * @returns by position, null or why it was refused; a refusal of one leaves the others alone
 */
export async function takePart(context: Context, parts: readonly Part[]): Promise<(Refusal | null)[]> {
	const perWorkshop = [...Map.groupBy(parts.entries(), ([, { code }]) => code)];
	const bundles = context.store.locksRows ? perWorkshop.map((one) => [one]) : [perWorkshop];
	const refused = await Promise.all(bundles.map((bundle) => takeTogether(context, bundle)));
	const reasons = new Map(refused.flat());
	return parts.map((_, i) => reasons.get(i) ?? null);
}

/** @returns those that were refused, by position among all parts */
async function takeTogether(context: Context, bundle: readonly (readonly [code: string, own: Placed[]])[]) {
	const { refused, changed } = await transact(context.store, async (trx) => {
		const refused: [number, Refusal][] = [];
		const changed: string[] = [];
		const refuse = (i: number, reason: unknown) => {
			if (!(reason instanceof Refusal)) throw reason;
			refused.push([i, reason]);
		};
		for (const [code, own] of bundle) {
			try {
				const workshop = await findWorkshop(context, code, { db: trx, lock: true });
				if (await takePartIn(trx, workshop, own, refuse)) changed.push(code);
			} catch (error) {
				for (const [i] of own) refuse(i, error);
			}
		}
		return { refused, changed };
	});
	for (const code of changed) context.store.announce(code);
	return refused;
}

async function takePartIn(
	trx: Transaction<Tables>,
	workshop: Workshop,
	parts: readonly Placed[],
	refuse: (index: number, reason: unknown) => void
): Promise<boolean> {
	const { code } = workshop;
	const joining: Tables['participant'][] = [];
	const accepted: { index: number; answer: Answer }[] = [];
	for (const [index, part] of parts) {
		try {
			const participant_id = participantOf(part.seat);
			if (part.does === 'join') {
				joining.push({ workshop_id: code, participant_id, language: part.language, made_up: 0 });
			} else {
				const { round, scene, rung } = part;
				const position = workshop.scenes.indexOf(scene);
				if (position === -1) throw new Refusal('invalid');
				if (!accepts(workshop.session, round, position)) throw new Refusal('closed');
				accepted.push({ index, answer: { workshop_id: code, round, scene, participant_id, rung } });
			}
		} catch (error) {
			refuse(index, error);
		}
	}

	let joined = 0n;
	for (const rows of chunks(joining)) {
		const { numInsertedOrUpdatedRows } = await trx
			.insertInto('participant')
			.values(rows)
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirstOrThrow();
		joined += numInsertedOrUpdatedRows ?? 0n;
	}

	const seated = await seatedAmong(trx, code, accepted);
	// Of several answers by one person to one scene the last one counts, and only it is written.
	const last = new Map<string, Answer>();
	for (const { index, answer } of accepted) {
		if (seated.has(answer.participant_id)) last.set(`${answer.scene} ${answer.participant_id}`, answer);
		else refuse(index, new Refusal('noSeat'));
	}
	const kept = [...last.values()];

	for (const rows of chunks(kept.filter(hasRung))) {
		await trx
			.insertInto('answer')
			.values(rows)
			.onConflict((conflict) =>
				conflict
					.columns(['workshop_id', 'round', 'scene', 'participant_id'])
					.doUpdateSet((eb) => ({ rung: eb.ref('excluded.rung') }))
			)
			.execute();
	}
	for (const { rung, ...key } of kept) {
		if (rung === null)
			await trx
				.deleteFrom('answer')
				.where('workshop_id', '=', key.workshop_id)
				.where('round', '=', key.round)
				.where('scene', '=', key.scene)
				.where('participant_id', '=', key.participant_id)
				.execute();
	}
	if (joined === 0n && kept.length === 0) return false;
	await trx
		.updateTable('workshop')
		.set((eb) => ({ version: eb('version', '+', 1) }))
		.where('workshop_id', '=', code)
		.execute();
	return true;
}

async function seatedAmong(trx: Transaction<Tables>, code: string, accepted: readonly { answer: Answer }[]) {
	const seated = new Set<string>();
	for (const some of chunks([...new Set(accepted.map(({ answer }) => answer.participant_id))])) {
		const rows = await trx
			.selectFrom('participant')
			.select('participant_id')
			.where('workshop_id', '=', code)
			.where('participant_id', 'in', some)
			.execute();
		for (const { participant_id } of rows) seated.add(participant_id);
	}
	return seated;
}

function hasRung(answer: Answer): answer is Answer & { rung: Rung } {
	return answer.rung !== null;
}

function* chunks<T>(items: readonly T[]): Generator<T[]> {
	for (let i = 0; i < items.length; i += CHUNK) yield items.slice(i, i + CHUNK);
}
