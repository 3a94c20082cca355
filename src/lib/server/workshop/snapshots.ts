import { setImmediate as nextTurn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import {
	advance,
	allowedSteps,
	answerKey,
	askingAt,
	isSealedAt,
	partsShown,
	pictureMoved,
	pictureGuesses,
	pictureScene,
	scoredPositions,
	splitsOf,
	statusAt,
	type AnswerKey,
	type Comparison,
	type Counts,
	type GroupPicture,
	type LanguageReliability,
	type MovedPicture,
	type PicturedAgain,
	type ScenePicture,
	type ShiftPicture
} from '../../group';
import type { Guesses, HostSnapshot, SharedSnapshot, Snapshots } from '../../protocol';
import type { SceneId } from '../../questions';
import { passOf } from '../security/secrets';
import type { People } from '../db';
import type { Context } from './find-workshop';
import { countAnswered, countAnswersIn, countHere, countRungsIn, hasAnswers, readTwice } from './queries';
import { hasLadder, inFirstRound, scenesAt, type Workshop } from './record';
import { readReplies, readRepliesTwice, type ReplyTable } from './reply-table';

const MOST_KEPT = 2_000;

/** What is kept, or on its way. */
type Kept<T> = LRUCache<string, Promise<T>>;

/** Keeps what is known of sealed scenes, which can never change, and works it out once for equal requests. */
export class SnapshotReader {
	readonly #context: Context;
	readonly #counts: Kept<Counts> = new LRUCache({ max: MOST_KEPT });
	readonly #moved: Kept<MovedPicture> = new LRUCache({ max: MOST_KEPT });
	readonly #groupPictures: Kept<GroupPicture> = new LRUCache({ max: MOST_KEPT });
	readonly #shifts: Kept<ShiftPicture> = new LRUCache({ max: MOST_KEPT });
	readonly #reliability: Kept<LanguageReliability[]> = new LRUCache({ max: MOST_KEPT });
	/** On their way only: they are large. */
	readonly #replies: Kept<ReplyTable> = new LRUCache({ max: MOST_KEPT });

	constructor(context: Context) {
		this.#context = context;
	}

	async snapshotsOf(workshop: Workshop): Promise<Snapshots> {
		const { code, session, scenes, pace } = workshop;
		const { db } = this.#context.store;
		const atHand = scenes[session.at] as SceneId;
		const [{ joined, here, answered }, pictures] = await Promise.all([
			this.#countPeople(workshop, atHand),
			this.picturesOf(workshop)
		]);
		const revealed = session.stage === 'scene' && session.statuses[session.at] === 'revealed';
		const shared: SharedSnapshot = {
			version: workshop.version,
			code,
			pass: passOf(workshop.hostHash, code),
			title: workshop.title,
			language: workshop.language,
			pace,
			smallestGroup: workshop.smallestGroup,
			keptUntil: workshop.keptUntil,
			rows: workshop.rows,
			framing: workshop.framing,
			guessing: workshop.guessing,
			rehearsal: workshop.rehearsal,
			round: session.round,
			stage: session.stage,
			at: session.at,
			scenes,
			keyVersion: workshop.keyVersion,
			statuses: session.statuses,
			joined,
			here,
			answered,
			picture: revealed ? (pictures.get(atHand) ?? null) : null,
			groupPicture: session.stage === 'end' ? await this.groupPictureOf(workshop) : null,
			firstRound: session.first?.round ?? null,
			comparison: session.stage === 'end' ? await this.comparisonOf(workshop) : null,
			again: { ...session.again, shown: (await this.picturesAgain(workshop, atHand)).get(atHand) ?? null },
			guesses: await this.#guessesAt(workshop, pictures.get(atHand) ?? null),
			sealed: session.sealed,
			parts: partsShown(session),
			countdown: session.countdown,
			closing: session.closing
		};
		const host: HostSnapshot = {
			...shared,
			step: workshop.step,
			allowed: allowedSteps(session, pace),
			advance: advance(session, pace),
			undoes: workshop.undoable?.did ?? null,
			mayRehearse: !workshop.rehearsal && session.stage === 'lobby' && !(await hasAnswers(db, code)),
			tooFew: await this.#countTooFew(workshop),
			splits: splitsOf(pictures).filter(({ scene }) => hasLadder(workshop, scene))
		};
		return { shared, host };
	}

	async #countPeople(workshop: Workshop, atHand: SceneId): Promise<People> {
		const { code, session, pace } = workshop;
		const { store, people } = this.#context;
		const scene = answerKey(atHand, askingAt(session, session.at));
		const asked = { workshop_id: code, round: session.round, scene };
		const counted = await people.read(asked);
		if (pace === 'led') return session.stage === 'scene' ? counted : { ...counted, answered: 0 };
		const [here, answered] = await Promise.all([
			countHere(store.db, workshop),
			countAnswered(store.db, workshop)
		]);
		return { ...counted, here, answered };
	}

	/** Returns the pictures of the scenes that were shown. */
	async picturesOf(workshop: Workshop): Promise<Map<SceneId, ScenePicture>> {
		const { session, scenes, smallestGroup } = workshop;
		const counts = await this.countsOf(workshop);
		return new Map(
			scenes.flatMap((scene, i) => {
				const sealed = counts.get(scene);
				if (sealed) return [[scene, pictureScene(sealed, smallestGroup)] as const];
				return session.statuses[i] === 'revealed' ? [[scene, { kind: 'few' }] as const] : [];
			})
		);
	}

	/**
	 * Returns what was shown of scenes that were asked again.
	 * @param only one scene, while it is at hand
	 */
	async picturesAgain(workshop: Workshop, only?: SceneId): Promise<Map<SceneId, PicturedAgain>> {
		const { session, scenes, smallestGroup } = workshop;
		const { statuses, sealed } = session.again;
		const pictures = new Map<SceneId, PicturedAgain>();
		for (const [i, scene] of scenes.entries()) {
			const isRevealed = statuses[i] === 'revealed';
			if (only ? scene !== only || session.stage !== 'scene' || !isRevealed : !isRevealed && !sealed[i])
				continue;
			pictures.set(
				scene,
				sealed[i]
					? {
							picture: pictureScene(await this.#countsTo(workshop, answerKey(scene, 'again')), smallestGroup),
							moved: await this.#movedAt(workshop, scene)
						}
					: { picture: { kind: 'few' }, moved: { kind: 'few' } }
			);
		}
		return pictures;
	}

	/** @param scene whose second answers are sealed, too */
	#movedAt(workshop: Workshop, scene: SceneId): Promise<MovedPicture> {
		const name = `${workshop.code} ${workshop.session.round} ${scene}`;
		return once(this.#moved, name, async () => {
			const people = await readTwice(this.#context.store.db, workshop, scene);
			await nextTurn();
			return pictureMoved(people, workshop.smallestGroup, hasLadder(workshop, scene));
		});
	}

	/** Returns null where nobody is asked to guess now. */
	async #guessesAt(workshop: Workshop, answers: ScenePicture | null): Promise<Guesses | null> {
		const { session, scenes, guessing } = workshop;
		const { at, stage, statuses } = session;
		if (!guessing || stage !== 'scene') return null;
		const scene = scenes[at] as SceneId;
		const key = answerKey(scene, 'guess');
		const counts = session.sealed[at]
			? await this.#countsTo(workshop, key)
			: (await countRungsIn(this.#context.store.db, workshop, [key]))[0];
		const count = counts?.reduce((sum, people) => sum + people, 0) ?? 0;
		const picture =
			statuses[at] === 'revealed' && answers && counts
				? pictureGuesses(counts, answers, workshop.smallestGroup)
				: null;
		return { count, picture };
	}

	/** Returns the pictures of guesses to scenes that were shown; none where nobody was asked. */
	async guessesOf(workshop: Workshop): Promise<Map<SceneId, ScenePicture>> {
		const guesses = new Map<SceneId, ScenePicture>();
		if (!workshop.guessing) return guesses;
		for (const [scene, picture] of await this.picturesOf(workshop)) {
			if (picture.kind === 'few') continue;
			const counts = await this.#countsTo(workshop, answerKey(scene, 'guess'));
			guesses.set(scene, pictureGuesses(counts, picture, workshop.smallestGroup));
		}
		return guesses;
	}

	/** Returns how often each rung was chosen in sealed scenes. */
	async countsOf(workshop: Workshop): Promise<Map<SceneId, Counts>> {
		const counts = new Map<SceneId, Counts>();
		for (const scene of sealedScenes(workshop)) counts.set(scene, await this.#countsTo(workshop, scene));
		return counts;
	}

	#countsTo(workshop: Workshop, sealed: AnswerKey): Promise<Counts> {
		const name = `${workshop.code} ${workshop.session.round} ${sealed}`;
		return once(this.#counts, name, async () => {
			const [rungs] = await countRungsIn(this.#context.store.db, workshop, [sealed]);
			return rungs as Counts;
		});
	}

	/** Returns null before the end of the round. */
	async groupPictureOf(workshop: Workshop): Promise<GroupPicture | null> {
		const positions = scoredPositions(workshop.session);
		return positions && this.groupPictureOn(workshop, scenesAt(workshop, positions));
	}

	/** @param scored sealed scenes in the order of asking */
	groupPictureOn(workshop: Workshop, scored: readonly SceneId[]): Promise<GroupPicture> {
		const { reckon } = this.#context;
		return once(this.#groupPictures, nameOf(workshop, scored), async () => {
			const before = inFirstRound(workshop);
			const counted = before && (await this.groupPictureOf(before))?.counted.map(({ scene }) => scene);
			const among = counted?.length ? counted : undefined;
			const replies = await this.repliesTo(workshop, scored);
			const picture = await reckon('groupPicture', replies, workshop.smallestGroup, among);
			return { ...picture, splits: picture.splits.filter(({ scene }) => hasLadder(workshop, scene)) };
		});
	}

	/** Returns null before the end of a second round, and in a first one. */
	async comparisonOf(workshop: Workshop): Promise<Comparison | null> {
		const before = inFirstRound(workshop);
		if (!before) return null;
		const [first, second] = await Promise.all([this.groupPictureOf(before), this.groupPictureOf(workshop)]);
		return first && second && { first, shift: await this.#shiftBetween({ first, second }, before, workshop) };
	}

	#shiftBetween(
		pictures: { first: GroupPicture; second: GroupPicture },
		before: Workshop,
		workshop: Workshop
	): Promise<ShiftPicture> {
		const { reckon, store } = this.#context;
		const scenes = pictures.second.counted.map(({ scene }) => scene);
		return once(this.#shifts, nameOf(workshop, scenes), async () =>
			reckon(
				'shift',
				await readRepliesTwice(store.db, { first: before, second: workshop }, scenes),
				pictures,
				workshop.smallestGroup
			)
		);
	}

	/** @param scenes sealed ones */
	reliabilityOn(workshop: Workshop, scenes: readonly SceneId[]): Promise<LanguageReliability[]> {
		const { reckon } = this.#context;
		return once(this.#reliability, nameOf(workshop, scenes), async () =>
			reckon('reliability', await this.repliesTo(workshop, scenes), workshop.smallestGroup)
		);
	}

	/** @param scenes sealed ones */
	async repliesTo(workshop: Workshop, scenes: readonly SceneId[]): Promise<ReplyTable> {
		const name = nameOf(workshop, scenes);
		const read = () => readReplies(this.#context.store.db, workshop, scenes);
		return once(this.#replies, name, read).finally(() => this.#replies.delete(name));
	}

	/** Counts the scenes that a reveal would show as "too few". */
	async #countTooFew(workshop: Workshop): Promise<number> {
		const { session, scenes, pace, smallestGroup } = workshop;
		if (session.stage !== 'scene' || statusAt(session, session.at) !== 'closed') return 0;
		const closed = scenes.flatMap((scene, i) => {
			const isAtHand = pace === 'free' || i === session.at;
			return isAtHand && !isSealedAt(session, i) ? [answerKey(scene, askingAt(session, i))] : [];
		});
		const answered = await countAnswersIn(this.#context.store.db, workshop, closed);
		return answered.filter((people) => people < smallestGroup).length;
	}
}

/** Returns the scenes of which more than "too few" was shown in this round. */
export function sealedScenes({ scenes, session }: Workshop): SceneId[] {
	return scenes.filter((_, i) => session.sealed[i]);
}

function nameOf({ code, session }: Workshop, scenes: readonly SceneId[]): string {
	return [code, session.round, ...scenes].join(' ');
}

/** What fails is tried again when it is asked for next. */
function once<T>(kept: Kept<T>, name: string, make: () => Promise<T>): Promise<T> {
	const known = kept.get(name);
	if (known) return known;
	const made = make();
	kept.set(name, made);
	made.catch(() => kept.delete(name));
	return made;
}
