import { DIMENSIONS } from '../questions';
import type { CardModel, CardShape, CardTheme } from '../card';
import { factsOf, type I18n } from '../i18n';
import type { Profile } from '../scoring';
import { headlineOf } from './headline';

export type CardOptions = {
	shape: CardShape;
	theme: CardTheme;
	/** Where the quiz is, without protocol: `quiz.example.org`. */
	address: string;
	/** Only for pictures that are made on the device and stay there until they are sent. */
	name?: string;
};

/** The words that every card has, whatever it shows. */
export function cardFrame(i18n: I18n, { shape, theme, address, name }: CardOptions) {
	const { t, locale, direction } = i18n;
	return {
		shape,
		theme,
		direction,
		language: factsOf(locale).tag,
		words: {
			site: t('site.name'),
			note: t('site.tagline'),
			poles: { favour: t('terms.poles.favour'), value: t('terms.poles.value') },
			address,
			...(name ? { name } : {})
		}
	};
}

/** The card of one result, in the language of `i18n`. Needs the messages of `site`, `terms` and `result`. */
export function cardModelOf(profile: Profile, i18n: I18n, options: CardOptions): CardModel {
	const { t, score } = i18n;
	const frame = cardFrame(i18n, options);
	const { overall, dimensions } = profile;
	return {
		...frame,
		words: {
			...frame.words,
			headline: headlineOf(profile, i18n),
			figures: t('result.card.figures', {
				score: score(overall.score),
				low: score(overall.band.low),
				high: score(overall.band.high)
			})
		},
		overall: [{ estimate: overall }],
		dimensions:
			profile.formId === 'full'
				? DIMENSIONS.map((dimension) => ({
						label: t(`terms.dimensions.${dimension}.name`),
						estimate: dimensions[dimension] ?? null
					}))
				: []
	};
}
