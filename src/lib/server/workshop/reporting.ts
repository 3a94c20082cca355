import { RELIABILITY_FROM, type LanguageReliability, type Report } from '../../group';
import { reliabilityOf } from '../../group/reliability';
import { completeRows, responsesOf } from '../../group/responses';
import { anonymousRows } from '../../group/rows';
import { LANGUAGES, scenarioOf, type Rung, type ScenarioId } from '../../questions';
import { shownScenes, type Reader } from './reading';
import type { Workshop } from './record';
import { Refusal } from './refusal';
import { randomBelow } from './secrets';

/** What a workshop leaves behind. Like every picture, it holds only scenes that were shown. */
export async function reportOf(reader: Reader, workshop: Workshop): Promise<Report> {
	const shown = shownScenes(workshop);
	const [{ room }, pictures, counts] = await Promise.all([
		reader.snapshots(workshop.code),
		reader.picturesOf(workshop),
		shown.length > 0 ? reader.countsOf(workshop, shown) : new Map<ScenarioId, never>()
	]);
	return {
		title: workshop.title,
		code: workshop.code,
		joined: room.joined,
		smallestGroup: workshop.smallestGroup,
		rehearsal: workshop.rehearsal,
		key: { form: 'A', version: 1 },
		scenes: [...pictures].map(([scene, picture]) => {
			const { number, dimension } = scenarioOf(scene);
			const enough = picture.kind === 'shares' && picture.count >= RELIABILITY_FROM;
			return { scene, number, dimension, picture, frequencies: enough ? (counts.get(scene) ?? null) : null };
		}),
		room: await reader.roomOf(workshop),
		reliability: await reliabilityIn(reader, workshop, shown),
		rows: await stateOfRows(reader, workshop)
	};
}

async function stateOfRows(reader: Reader, workshop: Workshop): Promise<Report['rows']> {
	if (!workshop.rows) return 'notChosen';
	if (workshop.session.stage !== 'room') return 'later';
	return (await rowsOf(reader, workshop)) ? 'ready' : 'few';
}

/**
 * Single rows of rungs, in an order drawn anew, with the scenes of their columns. Scenes in which nearly all chose alike
 * are left out: a row would say who did not. Null where the group is too small.
 * @throws Refusal `closed` before the end, `invalid` where rows were not chosen at the opening
 */
export async function rowsOf(
	reader: Reader,
	workshop: Workshop
): Promise<{ scenes: ScenarioId[]; rows: (Rung | null)[][] } | null> {
	if (!workshop.rows) throw new Refusal('invalid');
	if (workshop.session.stage !== 'room') throw new Refusal('closed');
	const pictures = await reader.picturesOf(workshop);
	const scenes = [...pictures].flatMap(([scene, { kind }]) => (kind === 'shares' ? [scene] : []));
	const people = await reader.peopleOf(workshop, scenes);
	const rows = anonymousRows(people, scenes, workshop.smallestGroup, () => randomBelow(2 ** 32) / 2 ** 32);
	return rows && { scenes, rows };
}

async function reliabilityIn(
	reader: Reader,
	workshop: Workshop,
	shown: readonly ScenarioId[]
): Promise<LanguageReliability[]> {
	// Made-up answers would give figures that look like findings.
	if (workshop.rehearsal || shown.length < 2) return [];
	const perLanguage = await Promise.all(
		LANGUAGES.map(async (language) => {
			const responses = responsesOf(await reader.peopleOf(workshop, shown, language), shown);
			const people = completeRows(responses).length;
			if (people < RELIABILITY_FROM) return [];
			const figures = reliabilityOf(responses);
			return [
				{
					language,
					people,
					alpha: figures?.alpha ?? null,
					interval: figures?.interval ?? null,
					items: shown.map((scene, i) => ({
						scene,
						itemRest: figures?.items[i]?.itemRest ?? null,
						alphaIfDropped: figures?.items[i]?.alphaIfDropped ?? null
					}))
				}
			];
		})
	);
	return perLanguage.flat();
}
