import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, recordOf, type Language } from '../languages';
import { treeOf, wrong, type Tree } from './messages.fixture';

/** Text from outside the language, whatever its direction: addresses, codes, names of files, what people typed. */
const FOREIGN = [
	...['address', 'code', 'first', 'second', 'id', 'file', 'title', 'language', 'words', 'alpha'],
	...['essay', 'essaySite', 'readings', 'trying']
];
/** Text in the page's own language, and numbers that are written out already. */
const OWN = [
	'time',
	...['who', 'dimensions', 'question', 'premise', 'time'],
	...['headline', 'zone', 'zones', 'from', 'to', 'items', 'figures', 'favour', 'value', 'scene', 'scenes'],
	...['step', 'name', 'form', 'date', 'relation', 'dimension', 'dealingOpenly', 'goingByValue', 'fiveName'],
	...['band', 'score', 'low', 'high', 'difference', 'result', 'middle', 'place', 'counts', 'bandWidth'],
	...['fiveScore', 'fiveLow', 'fiveHigh', 'dropped', 'day', 'option', 'answered'],
	...[
		'least',
		'most',
		'usual',
		'gone',
		'cookie',
		'cleaning',
		'picture',
		'limits',
		'names',
		'guess',
		'pole',
		'rung'
	]
];
const [ISOLATE, END_ISOLATE] = ['\u2068', '\u2069'];
const RIGHT_TO_LEFT = LANGUAGES.filter((language) => recordOf(language).direction === 'rtl');

/** A message with all that plurals and selects hold, one branch after the other. */
function branches(tree: Tree): Tree[] {
	const inner = tree.flatMap((element) =>
		element.type === TYPE.plural || element.type === TYPE.select
			? Object.values(element.options).flatMap(({ value }) => branches(value))
			: []
	);
	return [tree, ...inner];
}

const literal = (element: MessageFormatElement | undefined) =>
	element?.type === TYPE.literal ? element.value : '';

/** Calls for every element of every message with its neighbours, and gives what is wrong. */
const wrongAt = (
	language: Language,
	judge: (element: MessageFormatElement, before: string, after: string) => string | false
) =>
	wrong(language, (message) =>
		branches(treeOf(message))
			.flatMap((tree) =>
				tree.map((element, i) => judge(element, literal(tree[i - 1]), literal(tree[i + 1])) || [])
			)
			.flat()
			.join('; ')
	);

describe.each(LANGUAGES)('quotation in %s', (language) => {
	const own = recordOf(language).quotes;
	const foreign = [...'“”«»„‟"'].filter((mark) => !own.includes(mark));
	const strange = (text: string) => foreign.filter((mark) => text.includes(mark)).join(' ');

	test('has the language’s own marks in every message', () => {
		expect(wrong(language, strange)).toEqual([]);
	});
});

test('no component quotes by itself: `quote` knows the marks of the language', () => {
	const components = import.meta.glob<string>('/src/**/*.svelte', {
		eager: true,
		query: '?raw',
		import: 'default'
	});
	expect(Object.keys(components).length).toBeGreaterThan(100);
	const markup = (source: string) => source.replaceAll(/<!--.*?-->|<(script|style)\b.*?<\/\1>/gs, '');
	const quoting = Object.entries(components).filter(([, source]) => /[“”«»„]/.test(markup(source)));
	expect(quoting.map(([path]) => path)).toEqual([]);
});

describe.each(RIGHT_TO_LEFT)('writing from right to left in %s', (language) => {
	test('isolates whatever comes from outside the language', () => {
		const fault = (element: MessageFormatElement, before: string, after: string) => {
			if (element.type !== TYPE.argument) return false;
			const { value: name } = element;
			if (OWN.includes(name)) return false;
			if (!FOREIGN.includes(name)) return `{${name}} is in neither list of this test`;
			return !(before.endsWith(ISOLATE) && after.startsWith(END_ISOLATE)) && `{${name}} is not isolated`;
		};
		expect(wrongAt(language, fault)).toEqual([]);
	});

	test('has the percent sign of the digits, and both in their own order', () => {
		const fault = (message: string) =>
			message.includes('٪')
				? 'the Arabic percent sign'
				: /[\d}](?!%\u200e)%|(?:^|[^\d\u200e–])\d+%/u.test(message) && 'no mark around digits and sign';
		expect(wrong(language, fault)).toEqual([]);
	});
});

test('Arabic counts nouns through a plural: their form follows the number', () => {
	/** What may follow a bare number: no noun. */
	const free = /^(?:من|إلى|أو|في|على|عن|بعد|و\S*|فأكثر)$/u;
	const fault = (element: MessageFormatElement, _: string, after: string) => {
		if (element.type !== TYPE.number) return false;
		const next = /^ (\p{Script=Arabic}+)/u.exec(after)?.[1];
		return next !== undefined && !free.test(next) && `{${element.value}} before ${next}`;
	};
	expect(wrongAt('ar', fault)).toEqual([]);
});
