import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesUnseen, visible } from './visible';

describe('a text that somebody typed', () => {
	test.each([
		['a zero-width space', 'vis\u200bible', 'vis[U+200B]ible'],
		['an order of writing that is turned round', 'abc\u202edcba', 'abc[U+202E]dcba'],
		['a bell', 'ring\u0007', 'ring[U+0007]'],
		['a letter that draws nothing', 'a\u3164b', 'a[U+3164]b'],
		['half a character', 'a\ud83d', 'a[U+D83D]'],
		['a tag of a language', 'a\u{e0041}', 'a[U+E0041]'],
		['a selector that selects nothing', 'a\ufe0f', 'a[U+FE0F]']
	])('shows %s', (_, typed, shown) => {
		expect(visible(typed)).toBe(shown);
		expect(namesUnseen(shown)).toBe(true);
	});

	test.each([
		['a family of three', '👨‍👩‍👧 came'],
		['a heart in colour', 'with ❤️'],
		['a Persian plural', 'کتاب‌ها'],
		['Arabic vowel signs', 'لم يُتفق على شيءٍ'],
		['accents in two characters', 'cafe\u0301']
	])('keeps %s as it is', (_, typed) => {
		expect(visible(typed)).toBe(typed);
		expect(namesUnseen(typed)).toBe(false);
	});

	test('is one paragraph', () => {
		expect(visible('one\r\n\r\ntwo\tthree\u2028four')).toBe('one two three four');
	});

	test('stays as it is once it is seen', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => {
				expect(visible(visible(typed))).toBe(visible(typed));
			})
		);
	});

	test('holds nothing that turns or hides what follows', () => {
		const hidden = fc.constantFrom(
			'\u202a',
			'\u202e',
			'\u2066',
			'\u2069',
			'\u200e',
			'\u200b',
			'\u0000',
			'\u2060'
		);
		const mixed = fc.array(
			fc.oneof(hidden, fc.string({ maxLength: 3 }), fc.constantFrom('👍', 'ب', '\u200d'))
		);
		fc.assert(
			fc.property(mixed, (parts) => {
				expect(visible(parts.join(''))).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u200e\u2060]/u);
			})
		);
	});
});
