import { LRUCache } from 'lru-cache';
import {
	advance,
	allowedSteps,
	pictureGroup,
	pictureScene,
	splitsOf,
	type Counts,
	type GroupPicture,
	type ScenePicture
} from '../../group';
import type { HostSnapshot, SharedSnapshot, Snapshots } from '../../protocol';
import type { Language, Rung, ScenarioId } from '../../questions';
import type { Answers } from '../../scoring';
import { findWorkshop, type Context } from './finding';
import type { Workshop } from './record';

/** What was shown does not change any more, so it is figured out once. */
const KEPT = 2_000;

/** Reads workshops for those who listen. Keeps only what can never change. */
export class Reader {
	readonly #context: Context;
	readonly #pictures = new LRUCache<string, ScenePicture>({ max: KEPT });
	readonly #groupPictures = new LRUCache<string, GroupPicture>({ max: KEPT });

	constructor(context: Context) {
		this.#context = context;
	}

	/** How a workshop stands now. */
	async snapshots(code: string): Promise<Snapshots> {
		const workshop = await findWorkshop(this.#context, code);
		const { session, scenes, pace } = workshop;
		const [joined, answered, pictures] = await Promise.all([
			this.#countJoined(code),
			this.#countAnswered(workshop),
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
			mayRehearse: !workshop.rehearsal && session.stage === 'lobby' && !(await this.#anyAnswer(code)),
			splits: splitsOf(pictures)
		};
		return { shared, host };
	}

	/** The pictures of those scenes that were shown. */
	async picturesOf(workshop: Workshop): Promise<Map<ScenarioId, ScenePicture>> {
		const { code, session, scenes, smallestGroup } = workshop;
		const key = (scene: ScenarioId) => `${code} ${session.round} ${scene}`;
		const shown = shownScenes(workshop);
		const missing = shown.filter((scene) => !this.#pictures.has(key(scene)));
		if (missing.length > 0) {
			const counts = await this.countsOf(workshop, missing);
			for (const scene of missing)
				this.#pictures.set(key(scene), pictureScene(counts.get(scene) ?? NOBODY, smallestGroup));
		}
		return new Map(
			scenes.flatMap((scene) => {
				const picture = shown.includes(scene) ? this.#pictures.get(key(scene)) : undefined;
				return picture ? [[scene, picture] as const] : [];
			})
		);
	}

	/** The picture of the whole room, from the scenes that were shown. */
	async groupPictureOf(workshop: Workshop): Promise<GroupPicture> {
		const { code, session, smallestGroup } = workshop;
		const shown = shownScenes(workshop);
		const key = `${code} ${session.round} ${shown.join(' ')}`;
		let picture = this.#groupPictures.get(key);
		if (!picture) {
			picture = pictureGroup(await this.peopleOf(workshop, shown), shown, smallestGroup);
			this.#groupPictures.set(key, picture);
		}
		return picture;
	}

	/** How often each rung was chosen in some scenes of this round. */
	async countsOf(
		{ code, session }: Workshop,
		scenes: readonly ScenarioId[]
	): Promise<Map<ScenarioId, Counts>> {
		const rows = await this.#context.store.db
			.selectFrom('answer')
			.select(({ fn }) => ['scene', 'rung', fn.countAll<number>().as('people')])
			.where('workshop_id', '=', code)
			.where('round', '=', session.round)
			.where('scene', 'in', [...scenes])
			.groupBy(['scene', 'rung'])
			.execute();
		const counts = new Map<ScenarioId, number[]>();
		for (const { scene, rung, people } of rows) {
			const row = counts.get(scene as ScenarioId) ?? [...NOBODY];
			row[rung] = people;
			counts.set(scene as ScenarioId, row);
		}
		return counts as unknown as Map<ScenarioId, Counts>;
	}

	/**
	 * What each person answered in some scenes of this round, in no order; only people with an answer.
	 * @param language only those who joined in it
	 */
	async peopleOf(
		{ code, session }: Workshop,
		scenes: readonly ScenarioId[],
		language?: Language
	): Promise<Answers[]> {
		if (scenes.length === 0) return [];
		let query = this.#context.store.db
			.selectFrom('answer')
			.select(['participant_id', 'scene', 'rung'])
			.where('workshop_id', '=', code)
			.where('round', '=', session.round)
			.where('scene', 'in', [...scenes]);
		if (language)
			query = query.where('participant_id', 'in', (db) =>
				db
					.selectFrom('participant')
					.select('participant_id')
					.where('workshop_id', '=', code)
					.where('language', '=', language)
			);
		const rows = await query.execute();
		const people = new Map<string, Answers>();
		for (const { participant_id, scene, rung } of rows) {
			const answers = people.get(participant_id) ?? {};
			answers[scene as ScenarioId] = rung as Rung;
			people.set(participant_id, answers);
		}
		return [...people.values()];
	}

	async #countJoined(code: string): Promise<number> {
		const { people } = await this.#context.store.db
			.selectFrom('participant')
			.select(({ fn }) => fn.countAll<number>().as('people'))
			.where('workshop_id', '=', code)
			.executeTakeFirstOrThrow();
		return people;
	}

	/** Of the scene at hand; in a free workshop, of all its scenes. */
	async #countAnswered({ code, session, scenes, pace }: Workshop): Promise<number> {
		if (session.stage !== 'scene') return 0;
		const { db } = this.#context.store;
		const answers = db
			.selectFrom('answer')
			.where('workshop_id', '=', code)
			.where('round', '=', session.round);
		if (pace === 'led' || session.statuses[session.at] === 'revealed') {
			const { people } = await answers
				.where('scene', '=', scenes[session.at] as string)
				.select(({ fn }) => fn.countAll<number>().as('people'))
				.executeTakeFirstOrThrow();
			return people;
		}
		const { people } = await db
			.selectFrom(
				answers
					.select('participant_id')
					.groupBy('participant_id')
					.having(({ fn }) => fn.countAll(), '=', scenes.length)
					.as('through')
			)
			.select(({ fn }) => fn.countAll<number>().as('people'))
			.executeTakeFirstOrThrow();
		return people;
	}

	async #anyAnswer(code: string): Promise<boolean> {
		const answer = await this.#context.store.db
			.selectFrom('answer')
			.select('scene')
			.where('workshop_id', '=', code)
			.limit(1)
			.executeTakeFirst();
		return answer !== undefined;
	}
}

/** The scenes of which a picture was shown in this round. */
export function shownScenes({ scenes, session }: Workshop): ScenarioId[] {
	return scenes.filter((_, i) => session.sealed[i]);
}

const NOBODY: Counts = [0, 0, 0, 0, 0];
