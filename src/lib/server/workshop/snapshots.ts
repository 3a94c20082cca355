import { LRUCache } from 'lru-cache';
import {
	advance,
	allowedSteps,
	pictureGroup,
	pictureScene,
	scoredPositions,
	splitsOf,
	type GroupPicture,
	type ScenePicture
} from '../../group';
import type { HostSnapshot, SharedSnapshot, Snapshots } from '../../protocol';
import type { ScenarioId } from '../../questions';
import { passOf } from '../security/secrets';
import type { Context } from './find-workshop';
import {
	countAnswered,
	countAnswersIn,
	countJoined,
	countRungsIn,
	hasAnswers,
	NOBODY,
	repliesByPerson
} from './queries';
import { scenesAt, type Workshop } from './record';

const MOST_KEPT_PICTURES = 2_000;

/** Keeps the pictures of sealed scenes, which can never change. */
export class SnapshotReader {
	readonly #context: Context;
	readonly #pictures = new LRUCache<string, ScenePicture>({ max: MOST_KEPT_PICTURES });
	readonly #groupPictures = new LRUCache<string, GroupPicture>({ max: MOST_KEPT_PICTURES });

	constructor(context: Context) {
		this.#context = context;
	}

	async snapshotsOf(workshop: Workshop): Promise<Snapshots> {
		const { code, session, scenes, pace } = workshop;
		const { db } = this.#context.store;
		const [joined, answered, pictures] = await Promise.all([
			countJoined(db, code),
			countAnswered(db, workshop),
			this.picturesOf(workshop)
		]);
		const atHand = scenes[session.at] as ScenarioId;
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
			rehearsal: workshop.rehearsal,
			round: session.round,
			stage: session.stage,
			at: session.at,
			scenes,
			keyVersion: workshop.keyVersion,
			statuses: session.statuses,
			joined,
			answered,
			picture: revealed ? (pictures.get(atHand) ?? null) : null,
			groupPicture: session.stage === 'end' ? await this.groupPictureOf(workshop) : null,
			sealed: session.sealed
		};
		const host: HostSnapshot = {
			...shared,
			step: workshop.step,
			allowed: allowedSteps(session, pace),
			advance: advance(session, pace),
			undoes: workshop.undoable?.did ?? null,
			mayRehearse: !workshop.rehearsal && session.stage === 'lobby' && !(await hasAnswers(db, code)),
			tooFew: await this.#countTooFew(workshop),
			splits: splitsOf(pictures)
		};
		return { shared, host };
	}

	/** Returns the pictures of the scenes that were shown. */
	async picturesOf(workshop: Workshop): Promise<Map<ScenarioId, ScenePicture>> {
		const { code, session, scenes, smallestGroup } = workshop;
		const key = (scene: ScenarioId) => `${code} ${session.round} ${scene}`;
		const sealed = sealedScenes(workshop);
		const missing = sealed.filter((scene) => !this.#pictures.has(key(scene)));
		if (missing.length > 0) {
			const counts = await countRungsIn(this.#context.store.db, workshop, missing);
			for (const scene of missing)
				this.#pictures.set(key(scene), pictureScene(counts.get(scene) ?? NOBODY, smallestGroup));
		}
		return new Map(
			scenes.flatMap((scene, i) => {
				if (!session.sealed[i])
					return session.statuses[i] === 'revealed' ? [[scene, { kind: 'few' }] as const] : [];
				const picture = this.#pictures.get(key(scene));
				return picture ? [[scene, picture] as const] : [];
			})
		);
	}

	/** Returns null before the end of the round. */
	async groupPictureOf(workshop: Workshop): Promise<GroupPicture | null> {
		const { code, session, smallestGroup } = workshop;
		const positions = scoredPositions(session);
		if (!positions) return null;
		const scored = scenesAt(workshop, positions);
		const key = `${code} ${session.round} ${scored.join(' ')}`;
		let picture = this.#groupPictures.get(key);
		if (!picture) {
			const people = await repliesByPerson(this.#context.store.db, workshop, scored);
			picture = pictureGroup(people, scored, smallestGroup);
			this.#groupPictures.set(key, picture);
		}
		return picture;
	}

	/** Counts the scenes that a reveal would show as "too few". */
	async #countTooFew(workshop: Workshop): Promise<number> {
		const { session, scenes, pace, smallestGroup } = workshop;
		if (session.stage !== 'scene' || session.statuses[session.at] !== 'closed') return 0;
		const closed = scenes.filter((_, i) => !session.sealed[i] && (pace === 'free' || i === session.at));
		const answered = await countAnswersIn(this.#context.store.db, workshop, closed);
		return answered.filter((people) => people < smallestGroup).length;
	}
}

/** Returns the scenes of which more than "too few" was shown in this round. */
export function sealedScenes({ scenes, session }: Workshop): ScenarioId[] {
	return scenes.filter((_, i) => session.sealed[i]);
}
