import type { GroupPicture, Report, SceneReport, ShiftPicture, SpreadPicture } from '$lib/group';
import type { Cell } from '$lib/group/export';
import type { I18n } from '$lib/i18n';
import { ZONES, type Zone } from '$lib/scoring';
import { sceneIn, type ShownScene, type ShownScenes } from '$lib/own-scenes';
import { DIMENSIONS, RUNGS, type Rung, type ScenarioId, type SceneId } from '$lib/questions';

export type Table = readonly (readonly Cell[])[];

/** Returns a row for each scene that was shown, shares in per cents. Those without rungs bring columns of their own. Needs the messages of `report` and `terms`. */
export function scenesTable(report: Report, scenes: ShownScenes, { t }: I18n): Table {
	const twice = report.first !== null;
	const shown = [...report.scenes, ...(report.first?.scenes ?? [])];
	const hasAskings = shown.some(({ guesses, again }) => guesses !== null || again !== null);
	/** Of scenes without rungs, whose options stand for nothing but their words. */
	const mostOptions = Math.max(0, ...shown.map(({ scene }) => optionsOf(sceneIn(scenes, scene)).length));
	const numbers = Array.from({ length: mostOptions }, (_, i) => i + 1);
	const head = [
		t('report.columns.scene'),
		t('report.columns.number'),
		t('report.columns.dimension'),
		t('report.columns.shown'),
		t('report.columns.answered'),
		...RUNGS.map((rung) => t('report.columns.rung', { rung, name: t(`terms.zones.${ZONES[rung]}.name`) })),
		...numbers.flatMap((n) => [t('report.columns.option', { n }), t('report.columns.optionWords', { n })]),
		...(hasAskings ? [t('report.columns.asked')] : []),
		...(twice ? [t('report.columns.time')] : [])
	];
	const row = ({ scene, number, dimension, picture }: SceneReport): Cell[] => {
		const words = sceneIn(scenes, scene);
		const options = optionsOf(words);
		const shareOf = (rung: Rung | undefined) =>
			picture.kind === 'shares' && rung !== undefined ? picture.shares[rung] : null;
		return [
			words.title,
			number,
			dimension ? t(`terms.dimensions.${dimension}.name`) : t('report.columns.own'),
			picture.kind !== 'nearlyAll'
				? t(`report.kinds.${picture.kind}`)
				: words.ladder
					? t('report.kinds.nearlyAll', { rung: picture.rung })
					: t('report.kinds.nearlyAllOption', { n: options.indexOf(picture.rung) + 1 }),
			picture.kind === 'shares' ? picture.count : null,
			...RUNGS.map((rung) => (words.ladder && words.rungs.includes(rung) ? shareOf(rung) : null)),
			...numbers.flatMap((n) => {
				const option = options[n - 1];
				return [shareOf(option), option === undefined ? null : (words.options[option] ?? null)];
			})
		];
	};
	const rowsOf = (scene: SceneReport): Cell[][] => {
		if (!hasAskings) return [row(scene)];
		const { picture, guesses, again } = scene;
		const askings = [
			['once', picture],
			['guess', guesses],
			['again', again?.picture ?? null]
		] as const;
		return askings.flatMap(([asking, of]) =>
			of ? [[...row({ ...scene, picture: of }), t(`report.asked.${asking}`)]] : []
		);
	};
	if (!report.first) return [head, ...report.scenes.flatMap(rowsOf)];
	const first = report.first.scenes;
	const asked = [...new Set([...first, ...report.scenes].map(({ scene }) => scene))];
	const timesOf = (scene: SceneId) =>
		[first, report.scenes].flatMap((of, time) =>
			of
				.filter((one) => one.scene === scene)
				.flatMap(rowsOf)
				.map((row) => [...row, time + 1])
		);
	return [head, ...asked.flatMap(timesOf)];
}

/** Returns the positions of options that stand on no rung, which are numbered in this order. */
const optionsOf = ({ ladder, rungs }: ShownScene): readonly Rung[] => (ladder ? [] : rungs);

/** Returns the picture of the group, and who chose otherwise where scenes were asked again. */
export function groupTable(report: Report, scenes: ShownScenes, i18n: I18n): Table {
	const moved = movedTable([...(report.first?.scenes ?? []), ...report.scenes], scenes, i18n);
	return [...roundsTable(report, i18n), ...(moved.length > 0 ? [[], ...moved] : [])];
}

/** Returns a row for each scene that was asked again; nothing where none was. */
function movedTable(shown: Report['scenes'], scenes: ShownScenes, { t }: I18n): Table {
	const rows = shown.flatMap(({ scene, again }): Cell[][] => {
		if (!again) return [];
		const { moved } = again;
		return [
			[
				sceneIn(scenes, scene).title,
				t(`report.moved.kinds.${moved.kind}`),
				...(moved.kind === 'moved'
					? [
							moved.people,
							moved.stayed,
							moved.ways?.up ?? null,
							moved.ways?.down ?? null,
							moved.low,
							moved.high
						]
					: [null, null, null, null, null, null])
			]
		];
	});
	if (rows.length === 0) return [];
	return [
		[t('report.moved.heading')],
		[
			t('report.columns.scene'),
			t('report.columns.shown'),
			t('report.moved.people'),
			t('report.moved.stayed'),
			t('report.moved.towards', { pole: t('terms.poles.value') }),
			t('report.moved.towards', { pole: t('terms.poles.favour') }),
			t('report.moved.low'),
			t('report.moved.high')
		],
		...rows
	];
}

/** Returns the picture of the group; of two rounds, both with their names, and the shift between them. */
function roundsTable({ groupPicture, comparison, first }: Report, i18n: I18n): Table {
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
