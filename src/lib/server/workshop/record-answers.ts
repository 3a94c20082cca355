import type { Insertable, Transaction } from 'kysely';
import { acceptsSilence, answerKey, type Asking } from '../../group';
import type { Language, Rung, SceneId } from '../../questions';
import { transact, type Tables } from '../db';
import { Refusal } from '../refusal';
import { countChange, findWorkshop, type Context } from './find-workshop';
import { rungsIn, takes, type Workshop } from './record';
import { addSeats, participantOf, seatedAmong } from './seats';
import { recordAnswers } from './record-accepted';
import { storeAnswers, storeSilence, type Answer } from './store-answers';

export type Joining = { does: 'join'; code: string; seat: string; language: Language };

/** A rung of null takes the answer back. The last one before the scene closes counts. */
export type Answering = {
	does: 'answer';
	code: string;
	seat: string;
	round: number;
	scene: SceneId;
	asking: Asking;
	rung: Rung | null;
};

/** Somebody saw scenes open and close, and did not answer them: that is sitting out, where nothing else is stored. */
export type Silence = {
	does: 'keepSilent';
	code: string;
	seat: string;
	round: number;
	scenes: readonly SceneId[];
};

export type Part = Joining | Answering | Silence;

type Found = { workshop: Workshop; now: number };

type Placed = [index: number, part: Part];

/** By position among all parts: null, or why it was not done. */
export type Outcomes = (Error | null)[];

export type Bundle = readonly (readonly [code: string, own: Placed[]])[];

/**
 * Does what some participants ask for; each workshop succeeds or fails by itself. Where rows are locked all parts have
 * to be of one workshop, so that none waits for another and none lies on two shards.
 */
export async function recordParts(context: Context, parts: readonly Part[]): Promise<Outcomes> {
	const outcomes: Outcomes = parts.map(() => null);
	const bundle = [...Map.groupBy(parts.entries(), ([, { code }]) => code)];
	const left = await recordAnswers(context, bundle, outcomes);
	if (left.length > 0) await recordInTransaction(context, left, outcomes);
	return outcomes;
}

async function recordInTransaction(context: Context, bundle: Bundle, outcomes: Outcomes): Promise<void> {
	try {
		await recordTogether(context, bundle, outcomes);
	} catch (error) {
		const [one, ...others] = bundle;
		if (one && others.length === 0) return failAll(one, error, outcomes);
		// Nothing was stored. Savepoints would tell whose fault it is, at the price of two statements a workshop each time.
		for (const one of bundle) {
			for (const [i] of one[1]) outcomes[i] = null;
			await recordTogether(context, [one], outcomes).catch((reason: unknown) =>
				failAll(one, reason, outcomes)
			);
		}
	}
}

function failAll([, own]: Bundle[number], reason: unknown, outcomes: Outcomes): void {
	for (const [i] of own) outcomes[i] = reason as Error;
}

async function recordTogether(context: Context, bundle: Bundle, outcomes: Outcomes): Promise<void> {
	const changed = await transact(context.store, async (trx) => {
		const changed: string[] = [];
		for (const [code, own] of bundle) {
			try {
				const workshop = await findWorkshop(context, code, { db: trx, lock: true });
				if (await recordIn(trx, { workshop, now: context.now() }, own, outcomes)) changed.push(code);
			} catch (error) {
				if (!(error instanceof Refusal)) throw error;
				for (const [i] of own) outcomes[i] = error;
			}
		}
		return changed;
	});
	for (const code of changed) context.store.announce(code);
}

async function recordIn(
	trx: Transaction<Tables>,
	found: Found,
	parts: readonly Placed[],
	outcomes: Outcomes
): Promise<boolean> {
	const { code } = found.workshop;
	const { joining, accepted, silent } = sort(found, parts, outcomes);
	const joined = await addSeats(trx, joining);
	const seated = await seatedAmong(
		trx,
		code,
		[...accepted, ...silent].map(({ answer }) => answer.participant_id)
	);
	// Of several answers by one person to one scene the last one counts, and only it is written.
	const last = new Map<string, Answer>();
	for (const { index, answer } of accepted) {
		if (seated.has(answer.participant_id)) last.set(`${answer.scene} ${answer.participant_id}`, answer);
		else outcomes[index] = new Refusal('noSeat');
	}
	const seen = await storeAnswers(trx, [...last.values()]);
	for (const { index, answer } of silent)
		if (!seated.has(answer.participant_id)) outcomes[index] = new Refusal('noSeat');
	await storeSilence(
		trx,
		silent.map(({ answer }) => answer).filter((answer) => seated.has(answer.participant_id))
	);
	if (!joined && !seen) return false;
	await countChange(trx, code);
	return true;
}

function sort({ workshop, now }: Found, parts: readonly Placed[], outcomes: Outcomes) {
	const joining: Insertable<Tables['participant']>[] = [];
	const accepted: { index: number; answer: Answer }[] = [];
	const silent: { index: number; answer: Answer }[] = [];
	for (const [index, part] of parts) {
		try {
			const participant_id = participantOf(part.seat);
			if (part.does === 'join') {
				joining.push({ workshop_id: part.code, participant_id, language: part.language, made_up: 0 });
			} else if (part.does === 'keepSilent') {
				const { code, round, scenes } = part;
				if (scenes.some((scene) => !workshop.scenes.includes(scene))) throw new Refusal('invalid');
				const counting = scenes.filter((scene) =>
					acceptsSilence(workshop.session, round, workshop.scenes.indexOf(scene))
				);
				if (counting.length === 0) throw new Refusal('closed');
				for (const scene of new Set(counting))
					silent.push({ index, answer: { workshop_id: code, round, scene, participant_id, rung: null } });
			} else {
				const { code, round, asking, rung } = part;
				const isAnOption = rung === null || rungsIn(workshop, part.scene).includes(rung);
				if (!workshop.scenes.includes(part.scene) || !isAnOption) throw new Refusal('invalid');
				if (!takes(workshop, part, now)) throw new Refusal('closed');
				const scene = answerKey(part.scene, asking);
				accepted.push({ index, answer: { workshop_id: code, round, scene, participant_id, rung } });
			}
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			outcomes[index] = error;
		}
	}
	return { joining, accepted, silent };
}
