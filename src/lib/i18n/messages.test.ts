import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../questions/languages';
import { factsOf } from './locales';

// Files as they were written, neither loaded nor compiled: a language that lacks one then fails by itself.
const files = import.meta.glob<string>('./messages/*/*.json', {
	eager: true,
	query: '?raw',
	import: 'default'
});

type Messages = Map<string, string>;

/** Every text of a tree under its dotted key. A leaf that is no text is reported as a text. */
function leaves(tree: unknown, key: string): [string, string][] {
	if (typeof tree !== 'object' || tree === null)
		return [[key, typeof tree === 'string' ? tree : String(tree)]];
	return Object.entries(tree).flatMap(([name, child]) => leaves(child, `${key}.${name}`));
}

/** The messages of a language by key, the area first, such as `quiz.actions.next`. */
function messagesOf(language: Language): Messages {
	return new Map(
		Object.entries(files).flatMap(([path, text]) => {
			const [, folder, area] = /^\.\/messages\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
			return folder === language ? leaves(JSON.parse(text), area ?? '') : [];
		})
	);
}

const MESSAGES: Record<Language, Messages> = {
	en: messagesOf('en'),
	es: messagesOf('es'),
	ar: messagesOf('ar')
};
const ZONES = ['favourHunting', 'returnMinded', 'openDealer', 'valueLed', 'valueOnly'];
const TRANSLATIONS = LANGUAGES.filter((language) => language !== 'en');

type Tree = MessageFormatElement[];
type Plural = { name: string; options: Record<string, Tree> };

const treeOf = (message: string) => parse(message, { ignoreTag: true });

/** What a message is made of. ICU calls a number sign inside a plural a pound. */
function partsOf(tree: Tree): {
	words: string[];
	/** Each argument with what it must be: text, a number, or one of some words. */
	values: Record<string, string>;
	plurals: Plural[];
	pounds: number;
} {
	const all = {
		words: [] as string[],
		values: {} as Record<string, string>,
		plurals: [] as Plural[],
		pounds: 0
	};
	for (const element of tree) {
		if (element.type === TYPE.literal) all.words.push(element.value);
		else if (element.type === TYPE.pound) all.pounds += 1;
		else if (element.type === TYPE.argument) all.values[element.value] = 'text';
		else if (element.type === TYPE.number) all.values[element.value] = 'number';
		else if (element.type === TYPE.plural || element.type === TYPE.select) {
			const options = Object.fromEntries(
				Object.entries(element.options).map(([key, option]) => [key, option.value])
			);
			if (element.type === TYPE.plural) all.plurals.push({ name: element.value, options });
			const words = Object.keys(options).sort().join(', ');
			all.values[element.value] = element.type === TYPE.plural ? 'number' : `one of ${words}`;
			for (const option of Object.values(options)) {
				const inner = partsOf(option);
				all.words.push(...inner.words);
				Object.assign(all.values, inner.values);
				all.plurals.push(...inner.plurals);
				all.pounds += inner.pounds;
			}
		} else all.values[element.value] = `of kind ${element.type}, which I18n does not use`;
	}
	return all;
}

const partsOfMessage = (message: string) => partsOf(treeOf(message));

/** Entries of a language for which something is wrong, as `key: what`. */
function wrong(
	language: Language,
	judge: (message: string, key: string) => string | false | undefined
): string[] {
	return [...MESSAGES[language]].flatMap(([key, message]) => {
		const fault = judge(message, key);
		return fault ? [`${key}: ${fault}`] : [];
	});
}

function wordsOf(text: string, language: Language): string[] {
	const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)];
	return segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment.toLowerCase());
}

const graphemes = (text: string, language: Language) =>
	[...new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(text)].length;

/** Lower case, without Arabic vowel signs and the lengthening stroke. */
const plain = (text: string) =>
	text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[\u064b-\u0652\u0670\u0640]/gu, '');

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
		const needed = { en: ['one'], es: ['one'], ar: ['one', 'two', 'few', 'many'] }[language];
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
		// None of these is a word of Spanish. In Arabic, Latin letters are for names, which begin with a capital;
		// the others are a term that is explained, a statistic and an address.
		const english =
			/^(?:the|you|your|you’re|with|this|these|that|of|and|is|are|was|it|for|from|what|how|or|an|be|to|by)$/i;
		const kept = ['issue', 't', 'mastodon', 'social'];
		const fault = (message: string) => {
			const latin =
				partsOfMessage(message)
					.words.join(' ')
					.match(/[\p{Script=Latin}’]+/gu) ?? [];
			return latin
				.filter(
					(word) => english.test(word) || (language === 'ar' && /^[a-z]/.test(word) && !kept.includes(word))
				)
				.join(', ');
		};
		expect(wrong(language, fault)).toEqual([]);
	});
});

describe.each(LANGUAGES)('the words about a result in %s', (language) => {
	const rules = {
		en: {
			verdicts: ['you are', "you're", 'you’re', 'your character', 'your personality'],
			judging: [
				...[
					'good',
					'bad',
					'better',
					'best',
					'worse',
					'worst',
					'great',
					'healthy',
					'unhealthy',
					'fair',
					'unfair',
					'mature'
				],
				...[
					'honest',
					'dishonest',
					'greedy',
					'selfish',
					'selfless',
					'generous',
					'noble',
					'naive',
					'wrong',
					'right',
					'kind'
				],
				...[
					'congratulations',
					'sadly',
					'unfortunately',
					'fortunately',
					'should',
					'manipulative',
					'sincere',
					'petty',
					'wise'
				]
			]
		},
		es: {
			verdicts: ['eres', 'usted es', 'tu carácter', 'tu personalidad'],
			judging: [
				...[
					'buen',
					'bueno',
					'buena',
					'mal',
					'malo',
					'mala',
					'mejor',
					'peor',
					'sano',
					'sana',
					'justo',
					'justa',
					'injusto'
				],
				...[
					'honesto',
					'honesta',
					'deshonesto',
					'egoísta',
					'generoso',
					'generosa',
					'noble',
					'ingenuo',
					'ingenua',
					'sincero'
				],
				...[
					'maduro',
					'madura',
					'enhorabuena',
					'felicidades',
					'lástima',
					'deberías',
					'mezquino',
					'manipulador',
					'sabio'
				]
			]
		},
		ar: {
			verdicts: ['أنت شخص', 'شخصيتك', 'طبعك', 'أنت إنسان'],
			judging: [
				...[
					'جيد',
					'جيدة',
					'سيئ',
					'سيئة',
					'أفضل',
					'أسوأ',
					'صحي',
					'عادل',
					'ظالم',
					'ناضج',
					'حكيم',
					'مخطئ',
					'مصيب',
					'صائب'
				],
				...[
					'صادق',
					'كاذب',
					'أناني',
					'جشع',
					'كريم',
					'نبيل',
					'ساذج',
					'مخلص',
					'مبارك',
					'للأسف',
					'ينبغي',
					'تهانينا'
				]
			]
		}
	}[language];

	const under = (...prefixes: string[]) =>
		[...MESSAGES[language]].filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix)));

	/** Which of the words or phrases occur in the text, whole. */
	const found = (text: string, phrases: readonly string[]) => {
		const line = ` ${wordsOf(plain(text), language).join(' ')} `;
		return phrases.filter((phrase) => line.includes(` ${plain(phrase)} `));
	};

	test('are found whole by this test', () => {
		const [phrase = ''] = rules.verdicts;
		expect(found(`“${phrase}”.`, rules.verdicts)).toEqual([phrase]);
		expect(found(`x${phrase}x`, rules.verdicts)).toEqual([]);
	});

	test('say what was chosen, never what somebody is', () => {
		const texts = under('result.', 'terms.zones.', 'terms.dimensions.');
		expect(texts.length).toBeGreaterThan(80);
		const faults = texts.map(([key, text]) => [key, found(text, rules.verdicts)] as const);
		expect(faults.filter(([, phrases]) => phrases.length > 0)).toEqual([]);
	});

	test('neither praise nor blame in names and first lines', () => {
		const texts = under('terms.zones.', 'terms.poles.', ...ZONES.map((zone) => `result.zone.${zone}.common`));
		expect(texts).toHaveLength(17);
		const faults = texts.map(([key, text]) => [key, found(text, rules.judging)] as const);
		expect(faults.filter(([, words]) => words.length > 0)).toEqual([]);
	});

	test('have the same parts for each zone, at a like length', () => {
		const textsOf = (zone: string) =>
			under(`result.zone.${zone}.`).map(([key, text]) => [key.split('.').at(-1), text] as const);
		const parts = ['common', 'gives', 'costs', 'try', 'opposite'];
		for (const zone of ZONES) expect(textsOf(zone).map(([part]) => part)).toEqual(parts);

		const spread = (sizes: number[]) => Math.max(...sizes) / Math.min(...sizes);
		const sizes = (part: string) =>
			ZONES.map((zone) => graphemes(MESSAGES[language].get(`result.zone.${zone}.${part}`) ?? '', language));
		const spreads = Object.fromEntries(parts.map((part) => [part, spread(sizes(part))]));
		expect(Object.entries(spreads).filter(([, ratio]) => ratio > 1.15)).toEqual([]);
	});
});
