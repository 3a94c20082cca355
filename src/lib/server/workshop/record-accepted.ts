import { answerKey } from '../../group';
import type { Accepted } from '../db';
import { Refusal } from '../refusal';
import { isSecret } from '../security/secrets';
import { isOver, know, type Context, type Known } from './find-workshop';
import type { Answering, Bundle, Outcomes, Part } from './record-answers';
import { rungsIn, takes } from './record';
import { participantOf } from './seats';

type Own = Bundle[number][1];

/** An answer to write, and the parts that it settles: of several by one person to one scene the last one counts. */
type Last = { answer: Accepted['answers'][number]; settles: number[] };

type Candidate = { one: Bundle[number]; accepted: Accepted; lasts: readonly Last[] };

/**
 * Writes the answers of workshops that accept all that is asked of them, as most do, in as few statements as can be. It
 * goes by what this process read last, which the database compares while it writes.
 * @returns what is left to do in a transaction, which finds out what may be done
 */
export async function recordAnswers(context: Context, bundle: Bundle, outcomes: Outcomes): Promise<Bundle> {
	const { store } = context;
	try {
		const candidates = await findCandidates(context, bundle);
		if (candidates.length === 0) return bundle;
		const written = await store.writeAnswers(candidates.map(({ accepted }) => accepted));
		const left = new Set(bundle);
		candidates.forEach(({ one, lasts }, i) => {
			const stored = written[i];
			if (!stored) return;
			left.delete(one);
			lasts.forEach(({ settles }, j) => {
				if (!stored[j]) for (const index of settles) outcomes[index] = new Refusal('noSeat');
			});
			if (stored.includes(true)) store.announce(one[0]);
		});
		return [...left];
	} catch (error) {
		// One writer stored nothing, and a transaction tells whose fault it is; a database far away may not answer that either.
		if (!store.locksRows) return bundle;
		for (const [, own] of bundle) for (const [i] of own) outcomes[i] = error as Error;
		return [];
	}
}

async function findCandidates(context: Context, bundle: Bundle): Promise<Candidate[]> {
	const plain = bundle.filter(([, own]) => own.every(([, part]) => isAnswer(part)));
	const found = new Map<Bundle[number], Candidate>();
	const look = (one: Bundle[number], known: Known | undefined) => {
		const candidate = known && candidateOf(context, one, known);
		if (candidate) found.set(one, candidate);
	};
	for (const one of plain) look(one, context.known.get(one[0]));
	const missing = plain.filter((one) => !found.has(one));
	if (missing.length === 0) return [...found.values()];
	const rows = await Promise.all(context.store.readWorkshops(missing.map(([code]) => code)));
	missing.forEach((one, i) => {
		const row = rows[i];
		if (row) look(one, know(context, row));
	});
	return [...found.values()];
}

function isAnswer(part: Part): part is Answering {
	return part.does === 'answer' && part.rung !== null;
}

/** Returns null where anything might be refused. */
function candidateOf(context: Context, one: Bundle[number], { row, workshop }: Known): Candidate | null {
	if (isOver(context, workshop)) return null;
	const lasts = lastsOf(workshop, one[1], context.now());
	if (!lasts) return null;
	const { workshop_id, state, scenes } = row;
	return { one, lasts, accepted: { workshop_id, state, scenes, answers: lasts.map(({ answer }) => answer) } };
}

function lastsOf(workshop: Known['workshop'], own: Own, now: number): Last[] | null {
	const lasts = new Map<string, Last>();
	for (const [index, part] of own) {
		if (part.does !== 'answer' || part.rung === null) return null;
		const { round, rung, asking, seat } = part;
		if (!takes(workshop, part, now) || !isSecret(seat)) return null;
		if (!rungsIn(workshop, part.scene).includes(rung)) return null;
		const participant_id = participantOf(seat);
		const scene = answerKey(part.scene, asking);
		const name = `${scene} ${participant_id}`;
		const settles = [...(lasts.get(name)?.settles ?? []), index];
		lasts.set(name, { answer: { round, scene, participant_id, rung }, settles });
	}
	return [...lasts.values()];
}
