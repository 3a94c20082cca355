import { LIMITS, RELIABILITY_FROM } from '$lib/group';
import type { I18n, MessageValues } from '$lib/i18n';
import { FORMS, SCENARIOS, WORD_TEST, type Scenario } from '$lib/questions';
import { CUTS } from '$lib/scoring';
import { ESSAY } from './sources';
import { EXAMPLE, EXAMPLE_DIMENSION, EXAMPLE_ROWS } from './example';

export const PRACTICE_SCENARIOS = SCENARIOS.filter((scenario: Scenario) => scenario.practice !== undefined);

export function factsFor({ t, score }: I18n): MessageValues {
	const { full, short } = FORMS;
	const five = EXAMPLE.dimensions[EXAMPLE_DIMENSION] ?? EXAMPLE.overall;
	const { band } = EXAMPLE.overall;
	return {
		groupUsual: LIMITS.smallestGroup.usual,
		groupLeast: LIMITS.smallestGroup.least,
		reliable: RELIABILITY_FROM,
		scenes: full.scenarioIds.length,
		minimum: full.minimumAnswers,
		shortScenes: short.scenarioIds.length,
		shortMinimum: short.minimumAnswers,
		dimensionMinimum: full.minimumPerDimension ?? 0,
		perDimension: EXAMPLE_ROWS.find((row) => row.dimension === EXAMPLE_DIMENSION)?.rungs.length ?? 0,
		zoneWidth: CUTS[1] - CUTS[0],
		bandWidth: score(band.high - band.low),
		fiveName: t(`terms.dimensions.${EXAMPLE_DIMENSION}.name`),
		fiveScore: score(five.score),
		fiveLow: score(five.band.low),
		fiveHigh: score(five.band.high),
		essay: ESSAY.title,
		essaySite: ESSAY.authors,
		readings: 'docs/READINGS.md',
		trying: 'docs/TRYING.md',
		wordsEnglish: WORD_TEST[2].en,
		wordsSpanish: WORD_TEST[2].es,
		wordsArabic: WORD_TEST[2].ar,
		wordsBefore: WORD_TEST[1].en,
		practices: PRACTICE_SCENARIOS.length,
		dealingOpenly: t('terms.zones.dealingOpenly.inline'),
		goingByValue: t('terms.zones.goingByValue.inline')
	};
}
