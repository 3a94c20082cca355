import { isolated, type SheetLook } from '../card';
import type { GroupPicture, Report, ScenePicture } from '../group';
import { factsOf, type I18n } from '../i18n';
import { RUNGS, type Rung, type Scenes } from '../questions';
import { ZONES } from '../scoring';
import type { SceneSlide, SlideModel, StringSlide } from '../slides';

/** `of` is a scene, or `string`; `name` is that of the file, without its ending. */
export type NamedSlide = { of: keyof Scenes | 'string'; name: string; model: SlideModel };

/** A share below this never fills the width: as on the screen. */
const LEAST_LONGEST = 60;

/**
 * Returns a picture of each scene of the report of which more than "too few" was shown, then one of the string, if there
 * is one. Names sort in this order. Needs the messages of `site`, `terms` and `group`.
 */
export function slidesOf(report: Report, scenes: Scenes, i18n: I18n): NamedSlide[] {
	const pictures = report.scenes.map(({ scene, picture }) => ({
		of: scene,
		model: sceneSlide(picture, scenes[scene], report, i18n)
	}));
	const string = report.groupPicture && stringSlide(report.groupPicture, report, i18n);
	return [...pictures, { of: 'string' as const, model: string }]
		.flatMap(({ of, model }) => (model ? [{ of, model }] : []))
		.map(({ of, model }, i) => ({ of, model, name: `${String(i + 1).padStart(2, '0')}-${of}` }));
}

function sceneSlide(
	picture: ScenePicture,
	words: Scenes[keyof Scenes],
	report: Report,
	i18n: I18n
): SceneSlide | null {
	const { t } = i18n;
	if (picture.kind === 'few') return null;
	const said = (rung: Rung) => {
		if (picture.kind === 'shares') return t('group.picture.share', { share: picture.shares[rung] });
		return picture.rung === rung ? t('group.picture.nearlyAll.label') : '';
	};
	return {
		...frameOf(report, i18n),
		kind: 'scene',
		title: words.title,
		notes: [
			picture.kind === 'shares'
				? t('group.picture.count', { count: picture.count })
				: t('group.picture.nearlyAll.text')
		],
		rows: RUNGS.map((rung) => ({
			rung,
			name: t(`terms.zones.${ZONES[rung]}.name`),
			option: words.options[rung],
			said: said(rung)
		})),
		bars:
			picture.kind === 'shares'
				? { chosen: { shares: picture.shares }, longest: Math.max(LEAST_LONGEST, ...picture.shares) }
				: { chosen: { nearlyAll: picture.rung } }
	};
}

function stringSlide(
	{ overall, step, counted, shown }: GroupPicture,
	report: Report,
	i18n: I18n
): StringSlide | null {
	const { t } = i18n;
	if (overall.kind !== 'spread' && overall.kind !== 'nearlyAll') return null;
	const meaning =
		overall.kind === 'nearlyAll'
			? t('group.string.nearlyAll')
			: t(overall.quarters ? 'group.string.beads' : 'group.string.small');
	const rests =
		counted.length < shown
			? t('group.string.restsOnSome', { count: counted.length, shown })
			: t('group.string.restsOn', { count: counted.length });
	return {
		...frameOf(report, i18n),
		kind: 'string',
		title: t('group.string.heading'),
		notes: [`${meaning} ${rests}`],
		poles: { favour: t('terms.poles.favour'), value: t('terms.poles.value') },
		string: { picture: overall, step }
	};
}

function frameOf(
	{ title, rehearsal }: Report,
	{ t, locale, direction }: I18n
): SheetLook & { source: string } {
	const { tag, script } = factsOf(locale);
	const parts = [rehearsal ? t('group.rehearsal') : null, isolated(title), t('site.name'), t('group.limits')];
	return {
		theme: 'light',
		direction,
		script,
		language: tag,
		source: parts.filter((part) => part !== null).join(' · ')
	};
}

/** Whether there is a picture of the string. */
export function hasString({ groupPicture }: Pick<Report, 'groupPicture'>): boolean {
	return groupPicture?.overall.kind === 'spread' || groupPicture?.overall.kind === 'nearlyAll';
}
