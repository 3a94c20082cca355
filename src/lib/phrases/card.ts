import { DIMENSIONS } from '../questions';
import type { CardShape, CardTheme } from '../address';
import type { CardModel } from '../card';
import { factsOf, type I18n } from '../i18n';
import { compareEstimates, shownDifference, type Profile } from '../scoring';
import { headlineOf, senseOf } from './headline';

export type CardOptions = {
	shape: CardShape;
	theme: CardTheme;
	/** Without protocol: `quiz.example.org`. */
	address: string;
	/** Only on pictures made on the device. */
	name?: string;
};

export function cardFrame(i18n: I18n, { shape, theme, address, name }: CardOptions) {
	const { t, locale, direction } = i18n;
	const { tag, script } = factsOf(locale);
	return {
		shape,
		theme,
		direction,
		language: tag,
		script,
		words: {
			site: t('site.name'),
			poles: { favour: t('terms.poles.favour'), value: t('terms.poles.value') },
			address,
			...(name ? { name } : {})
		}
	};
}

/** Needs the messages of `share`. */
export function cardAlt({ words, overall }: CardModel, { t }: I18n): string {
	const { headline, figures, poles } = words;
	const labels = overall.flatMap(({ label }) => label ?? []);
	return t('share.card.alt', { headline: [headline, ...labels].join('. '), figures, ...poles });
}

/** Needs the messages of `site`, `terms`, `result` and `share`. */
export function cardModelOf(profile: Profile, i18n: I18n, options: CardOptions): CardModel {
	const { t, score } = i18n;
	const frame = cardFrame(i18n, options);
	const { overall, dimensions } = profile;
	return {
		...frame,
		words: {
			...frame.words,
			question: t('share.card.question'),
			headline: headlineOf(profile, i18n),
			sense: senseOf(profile, i18n),
			figures: t('result.card.figures', {
				score: score(overall.score),
				low: score(overall.band.low),
				high: score(overall.band.high)
			})
		},
		overall: [{ zone: profile.zone, estimate: overall }],
		dimensions:
			profile.formId === 'full'
				? DIMENSIONS.map((dimension) => ({
						label: t(`terms.dimensions.${dimension}.name`),
						estimate: dimensions[dimension] ?? null
					}))
				: []
	};
}

/** Needs the messages of `site`, `terms`, `result` and `share`. */
export function comparisonCardModelOf(
	[first, second]: readonly [Profile, Profile],
	i18n: I18n,
	options: CardOptions
): CardModel {
	const { t } = i18n;
	const frame = cardFrame(i18n, options);
	const { exceeds } = compareEstimates(first.overall, second.overall);
	const verdict = exceeds ? 'apart' : 'close';
	const difference = shownDifference(first.overall, second.overall);
	const sense = t(`share.compare.card.${verdict}.sense`, { difference });
	return {
		...frame,
		words: {
			...frame.words,
			question: t('share.card.question'),
			headline: t(`share.compare.card.${verdict}.headline`, { difference }),
			sense,
			figures: sense
		},
		overall: [
			{
				label: t('share.compare.first', { zone: headlineOf(first, i18n) }),
				zone: first.zone,
				estimate: first.overall
			},
			{
				label: t('share.compare.second', { zone: headlineOf(second, i18n) }),
				zone: second.zone,
				estimate: second.overall
			}
		],
		dimensions: []
	};
}

/** Shows a bare string and all knots. Needs the messages of `site`, `terms`, `home` and `share`. */
export function quizCardModelOf(i18n: I18n, options: Omit<CardOptions, 'name'>): CardModel {
	const { t } = i18n;
	const frame = cardFrame(i18n, options);
	return {
		...frame,
		words: { ...frame.words, headline: t('home.heading'), figures: t('share.preview.figures') },
		overall: [],
		dimensions: []
	};
}
