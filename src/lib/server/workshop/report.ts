import { RELIABILITY_FROM, type Report, type SceneReport, type ScenePicture } from '../../group';
import { scenesOfRows } from '../../group/rows';
import { isScored, scenarioOf, type Rung, type ScenarioId, type SceneId } from '../../questions';
import { Refusal } from '../refusal';
import type { Context } from './find-workshop';
import { countJoined } from './queries';
import { inFirstRound, type Workshop } from './record';
import type { SnapshotReader } from './snapshots';

const NOT_IN_THE_KEY = { number: null, dimension: null };

/** Returns what a workshop leaves behind: scenes that were shown, and nothing else. */
export async function reportOf(
	context: Context,
	reader: SnapshotReader,
	workshop: Workshop
): Promise<Report> {
	const { db } = context.store;
	const before = inFirstRound(workshop);
	const [joined, pictures, scenes] = await Promise.all([
		countJoined(db, workshop.code),
		reader.picturesOf(workshop),
		scenesOf(reader, workshop)
	]);
	return {
		title: workshop.title,
		code: workshop.code,
		joined,
		smallestGroup: workshop.smallestGroup,
		rehearsal: workshop.rehearsal,
		key: { form: 'A', version: workshop.keyVersion },
		scenes,
		groupPicture: await reader.groupPictureOf(workshop),
		first: before && {
			scenes: await scenesOf(reader, before),
			groupPicture: await reader.groupPictureOf(before)
		},
		comparison: workshop.session.stage === 'end' ? await reader.comparisonOf(workshop) : null,
		// Figures about made-up answers would look like findings.
		reliability: workshop.rehearsal ? [] : await reader.reliabilityOn(workshop, withShares(pictures)),
		rows: await stateOfRows(reader, workshop)
	};
}

async function scenesOf(reader: SnapshotReader, workshop: Workshop): Promise<SceneReport[]> {
	const [pictures, counts, again, guesses] = await Promise.all([
		reader.picturesOf(workshop),
		reader.countsOf(workshop),
		reader.picturesAgain(workshop),
		reader.guessesOf(workshop)
	]);
	return [...pictures].map(([scene, picture]) => {
		const { number, dimension } = isScored(scene) ? scenarioOf(scene) : NOT_IN_THE_KEY;
		const enough = picture.kind === 'shares' && picture.count >= RELIABILITY_FROM;
		return {
			scene,
			number,
			dimension,
			picture,
			again: again.get(scene) ?? null,
			guesses: guesses.get(scene) ?? null,
			frequencies: enough ? (counts.get(scene) ?? null) : null
		};
	});
}

async function stateOfRows(reader: SnapshotReader, workshop: Workshop): Promise<Report['rows']> {
	if (!workshop.rows) return 'notChosen';
	if (workshop.session.stage !== 'end') return 'later';
	const picture = await reader.groupPictureOf(workshop);
	return picture && scenesOfRows(picture).length > 0 ? 'ready' : 'few';
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
	return context.reckon('rows', await reader.repliesTo(workshop, counted), picture);
}

function withShares(pictures: ReadonlyMap<SceneId, ScenePicture>): SceneId[] {
	return [...pictures].flatMap(([scene, { kind }]) => (kind === 'shares' ? [scene] : []));
}
