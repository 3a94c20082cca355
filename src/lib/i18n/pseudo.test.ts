import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { pseudoTree } from './pseudo';

type Tree = MessageFormatElement[];

const parsed = (message: string) => parse(message, { ignoreTag: true, captureLocation: false });

/** The message without its words: arguments, their kinds and options, in order. */
function skeleton(tree: Tree): unknown[] {
	return tree.flatMap((element): unknown[] => {
		if (element.type === TYPE.literal) return [];
		if (!('options' in element)) return [element];
		const options = Object.entries(element.options).map(([key, option]) => [key, skeleton(option.value)]);
		return [[element.type, element.value, options]];
	});
}

const write = (tree: Tree, values: Record<string, string | number>) =>
	new IntlMessageFormat(tree, 'en').format(values);

describe('the pseudo-language', () => {
	test('makes words longer and strange, in brackets', () => {
		expect(pseudoTree('Once, as')).toBe('⟦Öñçéé, ááš⟧');
	});

	test('changes the words of each branch of a message, and neither arguments nor values', () => {
		const tree = parsed('{n, plural, =0 {no one} one {# answer} other {# of {total, number}}} on {name}');
		const text = (n: number) => write(pseudoTree(tree), { n, total: 20, name: 'one' });
		expect([0, 1, 2].map(text)).toEqual(['ñöö ööñéé ööñ one', '1 ááñšwéér ööñ one', '2 ööf 20 ööñ one']);

		const select = parsed('{state, select, open {open} other {no}}');
		expect(write(pseudoTree(select), { state: 'open' })).toBe('ööpééñ');
	});

	test('leaves what it was given as it was', () => {
		const tree = parsed('{n, plural, one {one} other {some}} on');
		const before = structuredClone(tree);
		pseudoTree({ tree });
		expect(tree).toEqual(before);
	});

	test('keeps the arguments of any message', () => {
		const words = fc
			.string({ unit: fc.constantFrom(..."aeiou ns'c.,") })
			.map((text) => text.replaceAll("'", "''"));
		const name = fc.stringMatching(/^[a-z]{1,6}$/);
		const { message } = fc.letrec<{ message: string; argument: string }>((tie) => ({
			message: fc
				.tuple(words, fc.option(tie('argument'), { nil: '', maxDepth: 2 }), words)
				.map((parts) => parts.join('')),
			argument: fc.oneof(
				name.map((a) => `{${a}}`),
				name.map((a) => `{${a}, number}`),
				fc
					.tuple(name, tie('message'), tie('message'))
					.map(([a, one, other]) => `{${a}, plural, =0 {#} one {${one}} other {${other}}}`),
				fc
					.tuple(name, name, tie('message'), tie('message'))
					.map(([a, b, one, other]) => `{${a}, select, x${b} {${one}} other {${other}}}`)
			)
		}));
		fc.assert(
			fc.property(message, (text) => {
				const tree = parsed(text);
				expect(skeleton(pseudoTree(tree))).toEqual(skeleton(tree));
			})
		);
	});

	test('goes through wording, and leaves what is no text', () => {
		const wording = { a: ['on', 'a'], b: { c: true, d: null, e: 3, f: [] } };
		expect(pseudoTree(wording)).toEqual({ a: ['⟦ööñ⟧', '⟦áá⟧'], b: { c: true, d: null, e: 3, f: [] } });
	});
});
