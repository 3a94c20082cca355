import type { SheetLook } from '../card';
import {
	END_PARTS,
	endPartsOf,
	hasPlaces,
	mostSplit,
	type Comparison,
	type EndPart,
	type GroupPicture,
	type PicturedAgain,
	type Report,
	type SceneReport
} from '../group';
import { factsOf, type I18n } from '../i18n';
import { sceneIn, type ShownScene, type ShownScenes } from '../own-scenes';
import { isolated } from '../languages/isolated';
import { DIMENSIONS, type Rung, type SceneId } from '../questions';
import { ZONES } from '../scoring';
import type {
	DimensionsSlide,
	SceneSlide,
	SlideModel,
	SplitsSlide,
	StringSlide,
	StringsSlide
} from '../slides';
import { saidGuesses } from './guesses';
import { saidMoved } from './moved';
import { saidShift } from './shift';
import { saidDimensions, saidString } from './spread';

/** What is drawn of an end: one's own place is for nobody else. */
export type DrawnEnd = Exclude<EndPart, 'own'>;

/**
 * `strings` are those of both rounds; `first` tells a picture of the first round beside a second, `again` one of the answers to a
 * scene that was asked again.
 */
export type SlideName = { of: SceneId | DrawnEnd | 'strings'; first: boolean; again?: boolean };

/** `name` is that of the file, without its ending. */
export type NamedSlide = SlideName & { name: string; model: SlideModel };

/** A share below this never fills the width: as on the screen. */
const LEAST_LONGEST = 60;

/**
 * Returns a picture of each scene of the report of which more than "too few" was shown, then of each part of the end that has
 * something to show; of two rounds those of the first, those of the second, and both strings. Names sort in this order. Needs the messages of
 * `site`, `terms` and `group`.
 */
export function slidesOf(report: Report, scenes: ShownScenes, i18n: I18n): NamedSlide[] {
	const { groupPicture, comparison } = report;
	return slideNamesOf(report).flatMap((of, i) => {
		const model = modelOf(of);
		const times = [...(of.first ? ['first'] : []), ...(of.again ? ['again'] : [])];
		const name = [String(i + 1).padStart(2, '0'), of.of, ...times].join('-');
		return model ? [{ ...of, model, name }] : [];
	});

	function modelOf({ of, first, again }: SlideName): SlideModel | null {
		const round = first ? report.first : report;
		const time = first ? 'first' : report.first ? 'second' : null;
		if (of === 'strings')
			return comparison && groupPicture && stringsSlide(comparison, groupPicture, report, i18n);
		const picture = round?.groupPicture;
		if (isEnd(of)) return picture ? endSlide(of, picture, scenes, report, time, i18n) : null;
		const shown = round?.scenes.find(({ scene }) => scene === of);
		if (!shown) return null;
		const words = sceneIn(scenes, of);
		if (!again) return sceneSlide(shown, words, report, time, i18n);
		return shown.again && againSlide(shown.again, words, report, time, i18n);
	}
}

/** Returns the pictures that `slidesOf` draws, in its order. */
export function slideNamesOf(
	report: Pick<Report, 'scenes' | 'groupPicture' | 'first' | 'comparison'>
): SlideName[] {
	const { first, comparison } = report;
	const both = comparison && report.groupPicture && [report.groupPicture, comparison.first].every(hasString);
	return [
		...(first ? namesIn(first).map((name) => ({ ...name, first: true })) : []),
		...namesIn(report).map((name) => ({ ...name, first: false })),
		...(both ? [{ of: 'strings' as const, first: false }] : [])
	];
}

function namesIn(round: Pick<Report, 'scenes' | 'groupPicture'>): Omit<SlideName, 'first'>[] {
	const shown = round.scenes.flatMap(({ scene, picture, again }) => [
		...(picture.kind === 'few' ? [] : [{ of: scene }]),
		...(again && again.picture.kind !== 'few' ? [{ of: scene, again: true }] : [])
	]);
	return [...shown, ...endSlideNames(round.groupPicture)];
}

export function endSlideNames(picture: GroupPicture | null): { of: DrawnEnd }[] {
	return picture ? endPartsOf(picture).flatMap((of) => (of === 'own' ? [] : [{ of }])) : [];
}

const isEnd = (of: SlideName['of']): of is DrawnEnd => END_PARTS.some((part) => part === of);

function endSlide(
	of: DrawnEnd,
	picture: GroupPicture,
	scenes: ShownScenes,
	report: Report,
	time: Time,
	i18n: I18n
): SlideModel | null {
	switch (of) {
		case 'string':
			return stringSlide(picture, report, time, i18n);
		case 'dimensions':
			return dimensionsSlide(picture, report, time, i18n);
		case 'splits':
			return splitsSlide(picture, scenes, report, time, i18n);
	}
}

type Time = 'first' | 'second' | null;

function sceneSlide(
	{ picture, guesses }: Pick<SceneReport, 'picture' | 'guesses'>,
	words: ShownScene,
	report: Report,
	time: Time,
	i18n: I18n
): SceneSlide | null {
	const { t } = i18n;
	if (picture.kind === 'few') return null;
	const nameOf = (rung: Rung) =>
		i18n.quote(words.ladder ? t(`terms.zones.${ZONES[rung]}.name`) : (words.within.options[rung] ?? ''));
	const said = (rung: Rung) => {
		if (picture.kind === 'shares') return t('group.picture.share', { share: picture.shares[rung] });
		return picture.rung === rung ? t('group.picture.nearlyAll.label') : '';
	};
	return {
		...frameOf(report, i18n, time),
		kind: 'scene',
		title: words.within.title,
		notes: [
			...(words.own ? [t('group.own.mark')] : []),
			picture.kind === 'shares'
				? t('group.picture.count', { count: picture.count })
				: t('group.picture.nearlyAll.text'),
			...(guesses ? [saidGuesses(guesses, picture, words.rungs, nameOf, i18n)] : [])
		],
		rows: words.rungs.map((rung) => ({
			rung,
			name: words.ladder ? t(`terms.zones.${ZONES[rung]}.name`) : null,
			option: words.within.options[rung] ?? '',
			said: said(rung)
		})),
		bars: {
			...(words.ladder ? { rungs: words.rungs } : { order: words.rungs }),
			...(picture.kind === 'shares'
				? { chosen: { shares: picture.shares }, longest: Math.max(LEAST_LONGEST, ...picture.shares) }
				: { chosen: { nearlyAll: picture.rung } })
		}
	};
}

/** The second answers alone, with who chose otherwise below: both pictures on one would be too small to read. */
function againSlide(
	{ picture, moved }: PicturedAgain,
	words: ShownScene,
	report: Report,
	time: Time,
	i18n: I18n
): SceneSlide | null {
	const slide = sceneSlide({ picture, guesses: null }, words, report, time, i18n);
	if (!slide) return null;
	const title = `${slide.title} (${i18n.t('group.again.second')})`;
	return { ...slide, title, notes: [[...slide.notes, ...saidMoved(moved, i18n)].join(' ')] };
}

function stringSlide(
	{ overall, step, counted, shown }: GroupPicture,
	report: Report,
	time: Time,
	i18n: I18n
): StringSlide | null {
	const { t } = i18n;
	if (overall.kind !== 'spread' && overall.kind !== 'nearlyAll') return null;
	const meaning = overall.kind === 'nearlyAll' ? t('group.string.nearlyAll') : saidString(overall, i18n);
	const rests =
		counted.length < shown
			? t('group.string.restsOnSome', { count: counted.length, shown })
			: t('group.string.restsOn', { count: counted.length });
	return {
		...frameOf(report, i18n, time),
		kind: 'string',
		title: t('group.string.heading'),
		notes: [`${meaning} ${rests}`],
		poles: { favour: t('terms.poles.favour'), value: t('terms.poles.value') },
		string: { picture: overall, step }
	};
}

function dimensionsSlide(
	{ dimensions }: GroupPicture,
	report: Report,
	time: Time,
	i18n: I18n
): DimensionsSlide {
	const { t } = i18n;
	const nameOf = (dimension: keyof typeof dimensions) => t(`terms.dimensions.${dimension}.name`);
	const drawn = DIMENSIONS.filter((dimension) => hasPlaces(dimensions[dimension]));
	const others = DIMENSIONS.filter((dimension) => !hasPlaces(dimensions[dimension]));
	const left = () => t('group.dimensions.others', { names: i18n.list(others.map(nameOf)) });
	return {
		...frameOf(report, i18n, time),
		kind: 'dimensions',
		title: t('group.dimensions.heading'),
		notes: [...saidDimensions(dimensions, i18n), ...(others.length > 0 ? [left()] : [])],
		poles: { favour: t('terms.poles.favour'), value: t('terms.poles.value') },
		rows: drawn.map((dimension) => ({
			name: nameOf(dimension),
			question: t(`terms.dimensions.${dimension}.question`),
			said: dimensions[dimension].kind === 'nearlyAll' ? t('group.dimensions.nearlyAll') : ''
		})),
		dimensions
	};
}

function splitsSlide(
	{ splits }: GroupPicture,
	scenes: ShownScenes,
	report: Report,
	time: Time,
	i18n: I18n
): SplitsSlide {
	return {
		...frameOf(report, i18n, time),
		kind: 'splits',
		title: i18n.t('group.splits.heading'),
		notes: [],
		scenes: mostSplit(splits).map((scene) => sceneIn(scenes, scene).within.title)
	};
}

function stringsSlide(
	{ first, shift }: Comparison,
	second: GroupPicture,
	report: Report,
	i18n: I18n
): StringsSlide {
	const { t } = i18n;
	const people = shift.kind === 'shift' ? `${t('group.twice.people', { count: shift.people })} ` : '';
	return {
		...frameOf(report, i18n),
		kind: 'strings',
		title: t('group.twice.heading'),
		notes: [people + t('group.twice.limits')],
		poles: { favour: t('terms.poles.favour'), value: t('terms.poles.value') },
		strings: [
			{ heading: t('group.twice.first'), string: { picture: first.overall, step: first.step } },
			{ heading: t('group.twice.second'), string: { picture: second.overall, step: second.step } }
		],
		said: saidShift(shift, i18n)
	};
}

function frameOf(
	{ title, rehearsal }: Report,
	{ t, locale, direction }: I18n,
	time: Time = null
): SheetLook & { source: string } {
	const { tag, script } = factsOf(locale);
	const parts = [
		rehearsal ? t('group.rehearsal') : null,
		time && t(`group.twice.${time}`),
		isolated(title),
		t('site.name'),
		t('group.limits')
	];
	return {
		theme: 'light',
		direction,
		script,
		language: tag,
		source: parts.filter((part) => part !== null).join(' · ')
	};
}

const hasString = ({ overall }: GroupPicture) => hasPlaces(overall);
