import type { Transaction } from 'kysely';
import {
	addTime,
	answerKey,
	askingAt,
	closeIn,
	endPartsOf,
	isAllowed,
	isSealedAt,
	jump,
	mayCloseIn,
	mayJump,
	statusAt,
	take,
	timed,
	undo,
	type Session,
	type Step,
	type Tells
} from '../../group';
import type { SceneId } from '../../questions';
import { CLOCK_ACTIONS, type ClockAction, type HostAction, type StepRequest } from '../../protocol';
import { transact, type Tables } from '../db';
import { findWorkshop, type Context } from './find-workshop';
import { forgetAnswers } from './forget-answers';
import { changesOf, freshSession, scenesAt, type Workshop } from './record';
import { Refusal } from '../refusal';
import { countAnswersIn, hasAnswers } from './queries';
import { bringMadeUpPeople, clearMadeUpPeople, letMadeUpPeopleAnswer } from './rehearsal';
import type { SnapshotReader } from './snapshots';

type End = Omit<Tells, 'scenes'>;

const NO_END: End = { scores: false, ending: [] };

type Next = Pick<Workshop, 'session' | 'undoable' | 'rehearsal'>;

export type StepDetails = Pick<StepRequest, 'to' | 'seconds'>;

/**
 * Takes a step for the host, and returns the workshop as it is then.
 * @param found as it was when the host's key was checked
 * @param seen the step of the snapshot that the host saw: of two presses at once the second is stale
 * @throws Refusal `notHost` where the key was renewed since, `stale`, or `invalid` where the step cannot follow
 */
export async function takeStep(
	context: Context,
	reader: SnapshotReader,
	found: Workshop,
	action: HostAction,
	seen: number,
	details: StepDetails = {}
): Promise<Workshop> {
	const { code, hostHash } = found;
	// Not while the row is locked: it takes long for thousands of people, and sealed scenes do not change.
	const end = found.step === seen && action === 'end' ? await endOf(reader, found) : NO_END;
	const taken = await transact(context.store, async (trx) => {
		const workshop = await findWorkshop(context, code, { db: trx, lock: true });
		if (workshop.hostHash !== hostHash) throw new Refusal('notHost');
		if (workshop.step !== seen) throw new Refusal('stale');
		const next: Workshop = {
			...workshop,
			...(await nextOf(trx, workshop, action, end, details, context.now())),
			step: workshop.step + 1,
			version: workshop.version + 1
		};
		await trx
			.updateTable('workshop')
			.set({ ...changesOf(next), version: next.version })
			.where('workshop_id', '=', code)
			.execute();
		if (next.rehearsal) await letMadeUpPeopleAnswer(trx, next);
		await forgetOtherRounds(trx, next);
		return next;
	});
	context.store.announce(code);
	return taken;
}

async function nextOf(
	trx: Transaction<Tables>,
	workshop: Workshop,
	action: HostAction,
	end: End,
	details: StepDetails,
	now: number
): Promise<Next> {
	const { session, undoable, rehearsal } = workshop;
	if (isOfClock(action))
		return { session: changeClock(session, action, details.seconds, now), undoable, rehearsal };
	const next = await actOn(trx, workshop, action, end, details);
	return { ...next, session: timed(session, next.session, now) };
}

function isOfClock(action: HostAction): action is ClockAction {
	return CLOCK_ACTIONS.some((known) => known === action);
}

function changeClock(
	session: Session,
	action: ClockAction,
	seconds: StepDetails['seconds'],
	now: number
): Session {
	if (action === 'addTime') {
		if (!session.closing) throw new Refusal('invalid');
		return addTime(session, now);
	}
	if (seconds === undefined) throw new Refusal('invalid');
	if (action === 'closeEachIn') return { ...session, countdown: seconds };
	if (!mayCloseIn(session)) throw new Refusal('invalid');
	return closeIn(session, seconds, now);
}

async function actOn(
	trx: Transaction<Tables>,
	workshop: Workshop,
	action: Exclude<HostAction, ClockAction>,
	end: End,
	{ to }: StepDetails
): Promise<Next> {
	const { session, undoable, rehearsal, pace, scenes, code } = workshop;
	const fresh = () => freshSession(workshop, session.round + 1);
	switch (action) {
		case 'undo':
			if (!undoable) throw new Refusal('invalid');
			if (undoable.did === 'rehearse') {
				await clearMadeUpPeople(trx, code);
				return { session: fresh(), undoable: null, rehearsal: false };
			}
			return { session: undo(session, undoable.before), undoable: null, rehearsal };
		case 'rehearse':
			if (rehearsal || session.stage !== 'lobby' || (await hasAnswers(trx, code)))
				throw new Refusal('invalid');
			await bringMadeUpPeople(trx, code);
			return { session, undoable: { did: 'rehearse', before: session }, rehearsal: true };
		case 'clearRehearsal':
			if (!rehearsal) throw new Refusal('invalid');
			await clearMadeUpPeople(trx, code);
			return { session: fresh(), undoable: null, rehearsal: false };
		case 'jump': {
			if (to === undefined || !mayJump(session, pace, to)) throw new Refusal('invalid');
			const tells = { ...NO_END, scenes: scenes.map(() => false) };
			return {
				session: jump(session, pace, to, tells),
				undoable: { did: action, before: session },
				rehearsal
			};
		}
		default:
			if (!isAllowed(session, pace, action)) throw new Refusal('invalid');
			return {
				session: take(session, pace, action, {
					...end,
					scenes: await tellingScenes(trx, workshop, action)
				}),
				undoable: { did: action, before: session },
				rehearsal
			};
	}
}

async function tellingScenes(trx: Transaction<Tables>, workshop: Workshop, step: Step): Promise<boolean[]> {
	const { scenes, session, smallestGroup } = workshop;
	const tells = scenes.map(() => false);
	if (step !== 'reveal' && step !== 'closeAndReveal') return tells;
	// Counting takes long for thousands of people, and what is sealed stays so.
	const undecided = [...scenes.keys()].filter(
		(i) => statusAt(session, i) !== 'waiting' && !isSealedAt(session, i)
	);
	const asked = undecided.map((i) => answerKey(scenes[i] as SceneId, askingAt(session, i)));
	const answered = await countAnswersIn(trx, workshop, asked);
	undecided.forEach((position, i) => (tells[position] = (answered[i] as number) >= smallestGroup));
	return tells;
}

async function endOf(reader: SnapshotReader, workshop: Workshop): Promise<End> {
	const { asked, scored, sealed } = workshop.session;
	const positions = asked.filter((i) => (scored ?? sealed)[i]);
	const picture = await reader.groupPictureOn(workshop, scenesAt(workshop, positions));
	return { scores: picture.counted.length > 0, ending: endPartsOf(picture) };
}

/**
 * Keeps the answers of a round as long as undoing can bring it back, or a second one is compared with it. Looks at ends only: what
 * stays is never read.
 */
async function forgetOtherRounds(trx: Transaction<Tables>, { code, session, undoable }: Workshop) {
	const rounds = [session, undoable?.before ?? session].flatMap(({ round, first }) => [
		round,
		first?.round ?? round
	]);
	for (const [side, round] of [
		['<', Math.min(...rounds)],
		['>', Math.max(...rounds)]
	] as const)
		await forgetAnswers(trx, code, side, round);
}
