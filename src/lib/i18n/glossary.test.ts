import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../languages';
import { MESSAGES, phrasesIn, rulesOf } from './messages.fixture';

/** What every language has one word for. A language may list more. */
const TERMS = [
	...['facilitator', 'desk', 'link', 'picture', 'room', 'rehearsal', 'madeUp', 'validated', 'return'],
	...['favourPole', 'valuePole']
];

describe.each(LANGUAGES)('the glossary in %s', (language) => {
	const { glossary } = rulesOf(language);
	const messages = [...MESSAGES[language]];

	test('has a word for each thing', () => {
		expect(Object.keys(glossary)).toEqual(expect.arrayContaining(TERMS));
	});

	test('is what the messages say', () => {
		const unsaid = Object.values(glossary)
			.map(({ says }) => says)
			.filter((word) => !messages.some(([, text]) => phrasesIn(text, [word], language).length > 0));
		expect(unsaid).toEqual([]);
	});

	test('is all that the messages say', () => {
		const never = Object.values(glossary).flatMap(({ never }) => never);
		const faults = messages.flatMap(([key, text]) =>
			phrasesIn(text, never, language).map((word) => `${key}: ${word}`)
		);
		expect(faults).toEqual([]);
	});
});
