import type { CardShape } from '../../src/lib/address';
import type { CardModel } from '../../src/lib/card';
import type { Locale } from '../../src/lib/address';
import { I18n, loadMessages } from '../../src/lib/i18n';
import { FORMS, type FormId } from '../../src/lib/questions';
import { compareEstimates, score, ZONES, type Profile } from '../../src/lib/scoring';
import { cardModelOf, comparisonCardModelOf, quizCardModelOf } from '../../src/lib/phrases';

/** A host as long as most are; it stands on every card. */
const address = 'no-strings.example.org';

/** The longest that the share panel takes, and as wide as letters are. */
export const LONGEST_NAME = 'Wolfgang Wilhelm Wolkenstein-Wummermann W';
export const NAMES = [undefined, LONGEST_NAME.slice(0, 40)];

/** Every zone by itself, and every two zones between which a band can reach. */
const SPANS = ZONES.flatMap((from, i) => ZONES.slice(i).map((to) => ({ from, to })));

const middle = {
	full: score(Object.fromEntries(FORMS.full.scenarioIds.map((id) => [id, 2])), FORMS.full),
	short: score(Object.fromEntries(FORMS.short.scenarioIds.map((id) => [id, 2])), FORMS.short)
};

/** A result with this headline, and with the longest figures that there are. */
function profileBetween(span: Profile['span'], formId: FormId): Profile {
	const like = middle[formId];
	if (!like) throw new Error('twenty answers give a profile');
	const overall = { ...like.overall, score: 100, band: { low: 88, high: 100 } };
	return { ...like, overall, span, zone: span.from };
}

/** Both verdicts: as far apart as can be, and too close to call. */
function* pairs(profile: Profile): Generator<[Profile, Profile]> {
	const low = { ...profile, overall: { ...profile.overall, score: 0, standardError: 2 } };
	const high = { ...profile, overall: { ...profile.overall, score: 100, standardError: 2 } };
	yield [low, high];
	yield [high, high];
	if (!compareEstimates(low.overall, high.overall).exceeds) throw new Error('these two are apart');
}

/** Every card there is in this language and shape: its model, and a name for it in a failure. */
export async function* cardsIn(locale: Locale, shape: CardShape): AsyncGenerator<[string, CardModel]> {
	await loadMessages(locale, ['site', 'terms', 'result', 'share', 'home']);
	const i18n = new I18n(() => locale);
	yield ['quiz', quizCardModelOf(i18n, { shape, theme: 'light', address })];
	for (const name of NAMES) {
		const options = { shape, theme: 'light', address, ...(name && { name }) } as const;
		const suffix = name ? ', with a name' : '';
		for (const span of SPANS) {
			const headline = `${span.from} to ${span.to}${suffix}`;
			for (const formId of ['full', 'short'] as const) {
				yield [`${formId}, ${headline}`, cardModelOf(profileBetween(span, formId), i18n, options)];
			}
			for (const two of pairs(profileBetween(span, 'full'))) {
				const model = comparisonCardModelOf(two, i18n, options);
				yield [`comparison, ${headline}, ${model.words.figures}`, model];
			}
		}
	}
}
