import type { GroupPicture, Report, SceneReport, ShiftPicture, SpreadPicture } from '$lib/group';
import type { Cell } from '$lib/group/export';
import type { I18n } from '$lib/i18n';
import { ZONES, type Zone } from '$lib/scoring';
import { sceneIn, type ShownScenes } from '$lib/own-scenes';
import { DIMENSIONS, RUNGS, type Rung, type ScenarioId, type SceneId } from '$lib/questions';

export type Table = readonly (readonly Cell[])[];

/** Returns a row for each scene that was shown, shares in per cents. Needs the messages of `report` and `terms`. */
export function scenesTable(report: Report, scenes: ShownScenes, { t }: I18n): Table {
	const twice = report.first !== null;
	const guessed = [...report.scenes, ...(report.first?.scenes ?? [])].some(({ guesses }) => guesses !== null);
	const head = [
		t('report.columns.scene'),
		t('report.columns.number'),
		t('report.columns.dimension'),
		t('report.columns.shown'),
		t('report.columns.answered'),
		...RUNGS.map((rung) => t('report.columns.rung', { rung, name: t(`terms.zones.${ZONES[rung]}.name`) })),
		...(guessed ? [t('report.columns.asked')] : []),
		...(twice ? [t('report.columns.time')] : [])
	];
	const row = ({ scene, number, dimension, picture }: SceneReport): Cell[] => [
		sceneIn(scenes, scene).title,
		number,
		dimension ? t(`terms.dimensions.${dimension}.name`) : t('report.columns.own'),
		picture.kind === 'nearlyAll'
			? t('report.kinds.nearlyAll', { rung: picture.rung })
			: t(`report.kinds.${picture.kind}`),
		picture.kind === 'shares' ? picture.count : null,
		...RUNGS.map((rung) =>
			picture.kind === 'shares' && sceneIn(scenes, scene).rungs.includes(rung) ? picture.shares[rung] : null
		)
	];
	const rowsOf = (shown: SceneReport): Cell[][] => {
		if (!guessed) return [row(shown)];
		const { guesses } = shown;
		return [
			[...row(shown), t('report.asked.once')],
			...(guesses ? [[...row({ ...shown, picture: guesses }), t('report.asked.guess')]] : [])
		];
	};
	if (!report.first) return [head, ...report.scenes.flatMap(rowsOf)];
	const first = report.first.scenes;
	const asked = [...new Set([...first, ...report.scenes].map(({ scene }) => scene))];
	const timesOf = (scene: SceneId) =>
		[first, report.scenes].flatMap((of, time) =>
			of
				.filter((shown) => shown.scene === scene)
				.flatMap(rowsOf)
				.map((row) => [...row, time + 1])
		);
	return [head, ...asked.flatMap(timesOf)];
}

/** Returns the picture of the group; of two rounds, both with their names, and the shift between them. */
export function groupTable({ groupPicture, comparison, first }: Report, i18n: I18n): Table {
	const { t } = i18n;
	if (!groupPicture && first?.groupPicture)
		return [
			[t('report.firstTime')],
			...pictureTable(first.groupPicture, i18n),
			[],
			[t('report.secondTime')],
			[t('report.roomLater')]
		];
	if (!groupPicture) return [[t('report.roomLater')]];
	if (!comparison) return pictureTable(groupPicture, i18n);
	return [
		[t('report.firstTime')],
		...pictureTable(comparison.first, i18n),
		[],
		[t('report.secondTime')],
		...pictureTable(groupPicture, i18n),
		[],
		...shiftTable(comparison.shift, i18n)
	];
}

function shiftTable(shift: ShiftPicture, { t }: I18n): Table {
	return [
		[
			t('report.columns.measure'),
			t('report.columns.shown'),
			t('report.columns.mean'),
			t('report.columns.intervalLow'),
			t('report.columns.intervalHigh'),
			t('report.columns.comparedPeople')
		],
		[
			t('report.shift.measure'),
			t(`report.shift.kinds.${shift.kind}`),
			...(shift.kind === 'shift'
				? [shift.mean, shift.low, shift.high, shift.people]
				: [null, null, null, null])
		]
	];
}

/** Returns quarters overall and by dimension, then the number of people at each place overall. */
function pictureTable(groupPicture: GroupPicture, { t }: I18n): Table {
	const measure = (name: string, picture: SpreadPicture): Cell[] => [
		name,
		picture.kind === 'nearlyAll'
			? t('report.kinds.nearlyAllPlace', { place: picture.place })
			: t(`report.kinds.${picture.kind}`),
		...numbersOf(picture)
	];
	/** Of a small group only the zone of the middle is shown. */
	function numbersOf(picture: SpreadPicture): Cell[] {
		if (picture.kind !== 'spread') return [null, null, null];
		const { quarters, middleZone } = picture;
		if (quarters) return [quarters.low, quarters.middle, quarters.high];
		return [null, t(`terms.zones.${ZONES[middleZone / 25] as Zone}.name`), null];
	}
	const measures: Cell[][] = [
		[
			t('report.columns.measure'),
			t('report.columns.shown'),
			t('report.columns.low'),
			t('report.columns.middle'),
			t('report.columns.high')
		],
		measure(t('report.overall'), groupPicture.overall),
		...DIMENSIONS.map((dimension) =>
			measure(t(`terms.dimensions.${dimension}.name`), groupPicture.dimensions[dimension])
		)
	];
	if (groupPicture.overall.kind !== 'spread' || groupPicture.overall.places.length === 0) return measures;
	const places = groupPicture.overall.places.map(({ place, count }) => [
		t('report.overall'),
		null,
		place,
		count
	]);
	return [
		...measures,
		[],
		[t('report.columns.measure'), null, t('report.columns.place'), t('report.columns.people')],
		...places
	];
}

export function rowsTable(
	found: { scenes: readonly ScenarioId[]; rows: readonly (readonly (Rung | null)[])[] } | null,
	scenes: ShownScenes
): Table {
	return found ? [found.scenes.map((scene) => scenes[scene].title), ...found.rows] : [];
}
