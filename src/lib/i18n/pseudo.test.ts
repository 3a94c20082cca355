import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { pseudo, pseudoTree } from './pseudo';

const english = import.meta.glob<unknown>('./messages/en/*.json', { eager: true, import: 'default' });

const texts = (tree: unknown): string[] =>
	typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(texts) : [String(tree)];

type Tree = ReturnType<IntlMessageFormat['getAst']>;

/** The message without its words: arguments, their kinds and options, in order. */
function skeleton(tree: Tree): unknown[] {
	return tree.flatMap((element): unknown[] => {
		if (element.type === 0) return [];
		if (!('options' in element)) return ['value' in element ? [element.type, element.value] : '#'];
		const options = Object.entries(element.options).map(([key, option]) => [key, skeleton(option.value)]);
		return [[element.type, element.value, options]];
	});
}

const parse = (message: string) =>
	new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();

describe('pseudo', () => {
	test('makes words longer and strange, in brackets', () => {
		expect(pseudo('Once, as')).toBe('⟦Öñçéé, ááš⟧');
	});

	test('leaves arguments and what ICU calls them alone, and changes the words of each option', () => {
		expect(pseudo('{n, plural, =0 {no one} one {# answer} other {# of {total, number}}} on')).toBe(
			'⟦{n, plural, =0 {ñöö ööñéé} one {# ááñšwéér} other {# ööf {total, number}}} ööñ⟧'
		);
		expect(pseudo('{state, select, open {open} other {no}}')).toBe(
			'⟦{state, select, open {ööpééñ} other {ñöö}}⟧'
		);
	});

	test('keeps the arguments of every English message', () => {
		const messages = Object.values(english).flatMap(texts);
		expect(messages.length).toBeGreaterThan(150);
		for (const message of messages)
			expect(skeleton(parse(pseudo(message))), message).toEqual(skeleton(parse(message)));
	});

	test('keeps the arguments of any message without quoting', () => {
		const words = fc.stringMatching(/^[A-Za-z ,.]{0,10}$/);
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
				expect(skeleton(parse(pseudo(text)))).toEqual(skeleton(parse(text)));
			})
		);
	});

	test('goes through a tree and leaves what is no text', () => {
		expect(pseudoTree({ a: ['on', 2, null], b: { c: true } })).toEqual({
			a: ['⟦ööñ⟧', 2, null],
			b: { c: true }
		});
	});
});
