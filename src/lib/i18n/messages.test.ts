import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../languages';
import { factsOf } from './locales';
import { MESSAGES, partsOf, partsOfMessage, rulesOf, treeOf, wrong } from './messages.fixture';

const TRANSLATIONS = LANGUAGES.filter((language) => language !== 'en');

describe('the parts of a message', () => {
	test('are found, however deep they lie', () => {
		const message = 'A {b} {c, number} {d, plural, =0 {none} other {# of {e}}} {f, select, g {h} other {}}';
		const { words, values, plurals, pounds } = partsOfMessage(message);
		expect(values).toEqual({ b: 'text', c: 'number', d: 'number', e: 'text', f: 'one of g, other' });
		expect(words).toEqual(['A ', ' ', ' ', 'none', ' of ', ' ', 'h']);
		expect(plurals.map(({ name, options }) => [name, Object.keys(options)])).toEqual([
			['d', ['=0', 'other']]
		]);
		expect(pounds).toBe(1);
	});
});

describe.each(LANGUAGES)('the messages in %s', (language) => {
	const messages = MESSAGES[language];

	test('have exactly the keys that English has, area by area', () => {
		expect(messages.size).toBeGreaterThan(150);
		expect([...messages.keys()].sort()).toEqual([...MESSAGES.en.keys()].sort());
	});

	test('say something, without blanks around it', () => {
		expect(
			wrong(language, (message) => (message === '' || message !== message.trim()) && 'empty or untrimmed')
		).toEqual([]);
	});

	test('are whole ICU messages', () => {
		const fault = (message: string) => {
			try {
				treeOf(message);
				return false;
			} catch (error) {
				return String(error);
			}
		};
		expect(wrong(language, fault)).toEqual([]);
	});

	test('use the typographic apostrophe: the straight one quotes in ICU', () => {
		expect(wrong(language, (message) => message.includes("'") && message)).toEqual([]);
	});

	test('take the values that the English ones take', () => {
		const fault = (message: string, key: string) => {
			const english = partsOfMessage(MESSAGES.en.get(key) ?? '').values;
			const own = partsOfMessage(message).values;
			const list = (values: typeof own) => JSON.stringify(Object.entries(values).sort());
			return list(own) !== list(english) && `${list(own)} instead of ${list(english)}`;
		};
		expect(wrong(language, fault)).toEqual([]);
	});

	test('have the plural forms of the language where a number is written out', () => {
		const rules = new Intl.PluralRules(language);
		const needed = rulesOf(language).plurals;
		const numbers: Record<string, string> = { one: '=1', two: '=2' };
		const fault = (message: string) =>
			partsOfMessage(message)
				.plurals.map(({ name, options }) => {
					const has = (category: string) => category in options || (numbers[category] ?? '') in options;
					const counted = Object.values(options).some((option) => partsOf(option).pounds > 0);
					const missing = counted ? needed.filter((category) => !has(category)) : [];
					const known = rules.resolvedOptions().pluralCategories as string[];
					const strange = Object.keys(options).filter(
						(option) => !option.startsWith('=') && !known.includes(option)
					);
					return [
						missing.length && `${name} lacks ${missing.join(', ')}`,
						strange.length && `${name} has ${strange.join(', ')}`
					];
				})
				.flat()
				.filter(Boolean)
				.join('; ');
		expect(wrong(language, fault)).toEqual([]);
	});

	test('answer for themselves where English has a text for one number, such as none', () => {
		const rules = new Intl.PluralRules(language);
		const fault = (message: string, key: string) => {
			const english = partsOfMessage(MESSAGES.en.get(key) ?? '').plurals;
			const own = partsOfMessage(message).plurals;
			return english
				.flatMap(({ name, options }) => Object.keys(options).map((option) => [name, option] as const))
				.filter(([, option]) => option.startsWith('='))
				.filter(([name, option]) => {
					const category = rules.select(Number(option.slice(1)));
					return !own.some(
						(plural) =>
							plural.name === name &&
							(option in plural.options || (category !== 'other' && category in plural.options))
					);
				})
				.map(([name, option]) => `${name} lacks ${option}`)
				.join('; ');
		};
		expect(wrong(language, fault)).toEqual([]);
	});

	test('can be written out with any number', () => {
		const fault = (message: string) => {
			const { values } = partsOfMessage(message);
			for (const number of [0, 1, 2, 3, 11, 20, 100]) {
				const given = Object.fromEntries(
					Object.entries(values).map(([name, kind]) => [name, kind === 'number' ? number : 'x'])
				);
				const text = String(new IntlMessageFormat(treeOf(message), factsOf(language).intl).format(given));
				if (/[{}#]|undefined|null|NaN/.test(text) || text.trim() === '') return text || 'empty';
			}
			return false;
		};
		expect(wrong(language, fault)).toEqual([]);
	});
});

describe('translations', () => {
	/** Names are the same in every language, and so is a text without words, such as a formula. */
	const NAMES = /No Strings|Mastodon/g;
	const hasWords = (message: string) =>
		/\p{L}{2}/u.test(partsOfMessage(message).words.join(' ').replaceAll(NAMES, ''));

	test.each(TRANSLATIONS)('in %s leave no English text', (language) => {
		const fault = (message: string, key: string) =>
			message === MESSAGES.en.get(key) && hasWords(message) && 'as in English';
		expect(wrong(language, fault)).toEqual([]);
	});

	test.each(TRANSLATIONS)('in %s leave no English words', (language) => {
		// None of these is a word of Spanish. In other scripts Latin letters are for names, which begin with a capital.
		const english =
			/^(?:the|you|your|you’re|with|this|these|that|of|and|is|are|was|it|for|from|what|how|or|an|be|to|by)$/i;
		const { latinWords } = rulesOf(language);
		const fault = (message: string) => {
			const latin =
				partsOfMessage(message)
					.words.join(' ')
					.match(/[\p{Script=Latin}’]+/gu) ?? [];
			return latin
				.filter(
					(word) =>
						english.test(word) || (latinWords && /^\p{Lower}/u.test(word) && !latinWords.includes(word))
				)
				.join(', ');
		};
		expect(wrong(language, fault)).toEqual([]);
	});
});
