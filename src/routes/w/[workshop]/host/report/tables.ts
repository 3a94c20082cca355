import type { Report, SpreadPicture } from '$lib/group';
import type { Cell } from '$lib/group/export';
import type { I18n } from '$lib/i18n';
import { ZONES, type Zone } from '$lib/scoring';
import { DIMENSIONS, RUNGS, type Rung, type ScenarioId, type Scenes } from '$lib/questions';

export type Table = readonly (readonly Cell[])[];

/** Returns a row for each scene that was shown, shares in per cents. Needs the messages of `report` and `terms`. */
export function scenesTable(report: Report, scenes: Scenes, { t }: I18n): Table {
	const head = [
		t('report.columns.scene'),
		t('report.columns.number'),
		t('report.columns.dimension'),
		t('report.columns.shown'),
		t('report.columns.answered'),
		...RUNGS.map((rung) => t('report.columns.rung', { rung, name: t(`terms.zones.${ZONES[rung]}.name`) }))
	];
	const rows = report.scenes.map(({ scene, number, dimension, picture }) => [
		scenes[scene].title,
		number,
		t(`terms.dimensions.${dimension}.name`),
		picture.kind === 'nearlyAll'
			? t('report.kinds.nearlyAll', { rung: picture.rung })
			: t(`report.kinds.${picture.kind}`),
		picture.kind === 'shares' ? picture.count : null,
		...RUNGS.map((rung) => (picture.kind === 'shares' ? picture.shares[rung] : null))
	]);
	return [head, ...rows];
}

/** Returns quarters overall and by dimension, then the number of people at each place overall. */
export function groupTable({ groupPicture }: Report, { t }: I18n): Table {
	if (!groupPicture) return [[t('report.roomLater')]];
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
	scenes: Scenes
): Table {
	return found ? [found.scenes.map((scene) => scenes[scene].title), ...found.rows] : [];
}
