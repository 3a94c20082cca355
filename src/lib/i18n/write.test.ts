import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, recordOf } from '../languages';
import { MESSAGES, treeOf } from './messages.fixture';
import { write, type MessageValues, type Tree } from './write';

/** Numbers of each plural form and size, and what texts and selects are given. */
const COUNTS = [0, 1, 2, 3, 7, 11, 20, 99, 100, 999, 1000, 12_345, 1_000_000, 0.25, -4];

type Parsed = ReturnType<typeof treeOf>;

/** Returns what each argument may be. */
function argumentsOf(tree: Parsed): Map<string, (string | number)[]> {
	const found = new Map<string, (string | number)[]>();
	for (const element of tree) {
		if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) continue;
		const isSelect = element.type === TYPE.select;
		const own = isSelect
			? Object.keys(element.options)
			: element.type === TYPE.argument
				? ['some text']
				: COUNTS;
		found.set(element.value, found.get(element.value) ?? own);
		const branches = 'options' in element ? Object.values(element.options) : [];
		for (const { value } of branches)
			for (const [name, values] of argumentsOf(value)) found.set(name, found.get(name) ?? values);
	}
	return found;
}

/** Each argument takes its next value in each of the rounds. */
function rounds(tree: Parsed): MessageValues[] {
	const names = [...argumentsOf(tree)];
	return COUNTS.map((_, round) =>
		Object.fromEntries(names.map(([name, values], i) => [name, values[(round + i) % values.length] ?? '']))
	);
}

describe.each(LANGUAGES)('in %s', (language) => {
	const locale = recordOf(language).intl;

	test('every message is written as intl-messageformat writes it', () => {
		let compared = 0;
		for (const [key, message] of MESSAGES[language]) {
			const tree = treeOf(message);
			const format = new IntlMessageFormat(tree, locale);
			for (const values of rounds(tree)) {
				expect(write(tree as Tree, locale, values), key).toBe(String(format.format(values)));
				compared++;
			}
		}
		expect(compared).toBeGreaterThan(1000);
	});

	test('small whole numbers are written as Intl writes them', () => {
		const numbers = new Intl.NumberFormat(locale);
		for (let n = 0; n < 1000; n++) expect(String(n)).toBe(numbers.format(n));
	});
});

test.each([
	'{n, plural, offset:1 =0 {nobody} =1 {you} one {you and #} other {you and # others}}',
	'{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
	'{n, plural, one {{m, plural, one {# and one} other {# of many}}} other {#}} and {n, number}'
])('so is %s', (message) => {
	const tree = parse(message, { ignoreTag: true });
	const format = new IntlMessageFormat(tree, 'en');
	for (const n of COUNTS)
		for (const m of [1, 5])
			expect(write(tree as Tree, 'en', { n, m }), String(n)).toBe(String(format.format({ n, m })));
});
