import { RELIABILITY_FROM, type LanguageReliability, type Report, type ScenePicture } from '../../group';
import { reliabilityByLanguage } from '../../group/by-language';
import { anonymousRows } from '../../group/rows';
import { LANGUAGES, scenarioOf, type Rung, type ScenarioId } from '../../questions';
import type { Context } from './find-workshop';
import { countJoined, countRungsIn, repliesByPerson } from './queries';
import { sealedScenes, type SnapshotReader } from './snapshots';
import type { Workshop } from './record';
import { Refusal } from '../refusal';
import { randomBelow } from '../security/secrets';

/** Returns what a workshop leaves behind: scenes that were shown, and nothing else. */
export async function reportOf(
	context: Context,
	reader: SnapshotReader,
	workshop: Workshop
): Promise<Report> {
	const { db } = context.store;
	const [joined, pictures, counts] = await Promise.all([
		countJoined(db, workshop.code),
		reader.picturesOf(workshop),
		countRungsIn(db, workshop, sealedScenes(workshop))
	]);
	return {
		title: workshop.title,
		code: workshop.code,
		joined,
		smallestGroup: workshop.smallestGroup,
		rehearsal: workshop.rehearsal,
		key: { form: 'A', version: workshop.keyVersion },
		scenes: [...pictures].map(([scene, picture]) => {
			const { number, dimension } = scenarioOf(scene);
			const enough = picture.kind === 'shares' && picture.count >= RELIABILITY_FROM;
			return { scene, number, dimension, picture, frequencies: enough ? (counts.get(scene) ?? null) : null };
		}),
		groupPicture: await reader.groupPictureOf(workshop),
		reliability: await reliabilityIn(context, workshop, withShares(pictures)),
		rows: await stateOfRows(context, reader, workshop)
	};
}

async function stateOfRows(
	context: Context,
	reader: SnapshotReader,
	workshop: Workshop
): Promise<Report['rows']> {
	if (!workshop.rows) return 'notChosen';
	if (workshop.session.stage !== 'end') return 'later';
	return (await rowsOf(context, reader, workshop)) ? 'ready' : 'few';
}

/**
 * Returns one row of rungs a person, in random order; null where `anonymousRows` allows none.
 * @throws Refusal `closed` before the end, `invalid` where rows were not chosen at the opening
 */
export async function rowsOf(
	context: Context,
	reader: SnapshotReader,
	workshop: Workshop
): Promise<{ scenes: ScenarioId[]; rows: (Rung | null)[][] } | null> {
	if (!workshop.rows) throw new Refusal('invalid');
	if (workshop.session.stage !== 'end') throw new Refusal('closed');
	const picture = await reader.groupPictureOf(workshop);
	if (!picture) return null;
	const counted = picture.counted.map(({ scene }) => scene);
	const people = await repliesByPerson(context.store.db, workshop, counted);
	return anonymousRows(people, picture, () => randomBelow(2 ** 32) / 2 ** 32);
}

async function reliabilityIn(
	context: Context,
	workshop: Workshop,
	scenes: readonly ScenarioId[]
): Promise<LanguageReliability[]> {
	// Figures about made-up answers would look like findings.
	if (workshop.rehearsal) return [];
	const people = await Promise.all(
		LANGUAGES.map(
			async (language) =>
				[language, await repliesByPerson(context.store.db, workshop, scenes, language)] as const
		)
	);
	return reliabilityByLanguage(new Map(people), scenes, workshop.smallestGroup);
}

function withShares(pictures: ReadonlyMap<ScenarioId, ScenePicture>): ScenarioId[] {
	return [...pictures].flatMap(([scene, { kind }]) => (kind === 'shares' ? [scene] : []));
}
