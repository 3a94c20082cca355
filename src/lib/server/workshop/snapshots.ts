import { LRUCache } from 'lru-cache';
import {
	advance,
	allowedSteps,
	pictureGroup,
	pictureScene,
	splitsOf,
	type GroupPicture,
	type ScenePicture
} from '../../group';
import type { HostSnapshot, SharedSnapshot, Snapshots } from '../../protocol';
import type { ScenarioId } from '../../questions';
import type { Context } from './find-workshop';
import { answersByPerson, countAnswered, countJoined, countRungsIn, hasAnswers, NOBODY } from './queries';
import type { Workshop } from './record';

const MOST_KEPT_PICTURES = 2_000;

/** Makes snapshots and pictures. Pictures of sealed scenes can never change, so they are kept. */
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
			title: workshop.title,
			language: workshop.language,
			pace,
			smallestGroup: workshop.smallestGroup,
			keptUntil: new Date(workshop.deleteAfter).toISOString().slice(0, 10),
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
			groupPicture: session.stage === 'room' ? await this.groupPictureOf(workshop) : null,
			sealed: session.sealed
		};
		const host: HostSnapshot = {
			...shared,
			step: workshop.step,
			allowed: allowedSteps(session, pace),
			advance: advance(session, pace),
			undoes: workshop.undoable?.did ?? null,
			mayRehearse: !workshop.rehearsal && session.stage === 'lobby' && !(await hasAnswers(db, code)),
			splits: splitsOf(pictures)
		};
		return { shared, host };
	}

	/** Returns the pictures of the sealed scenes, in the order of asking. */
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
			scenes.flatMap((scene) => {
				const picture = sealed.includes(scene) ? this.#pictures.get(key(scene)) : undefined;
				return picture ? [[scene, picture] as const] : [];
			})
		);
	}

	/** Returns the picture of the group, from the sealed scenes. */
	async groupPictureOf(workshop: Workshop): Promise<GroupPicture> {
		const { code, session, smallestGroup } = workshop;
		const sealed = sealedScenes(workshop);
		const key = `${code} ${session.round} ${sealed.join(' ')}`;
		let picture = this.#groupPictures.get(key);
		if (!picture) {
			const people = await answersByPerson(this.#context.store.db, workshop, sealed);
			picture = pictureGroup(people, sealed, smallestGroup);
			this.#groupPictures.set(key, picture);
		}
		return picture;
	}
}

/** The scenes of which a picture was shown in this round. */
export function sealedScenes({ scenes, session }: Workshop): ScenarioId[] {
	return scenes.filter((_, i) => session.sealed[i]);
}
