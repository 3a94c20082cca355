import { describe, expect, test } from 'vitest';
import { FORMS } from '$lib/questions';
import { missingAnswers, score } from '$lib/scoring';
import { readChoices, toAnswers } from './paper-answers';
import { LETTERS, PAPER_SHEET } from './paper-sheet';

function formOf(fields: Iterable<readonly [string, string | Blob]>) {
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	return form;
}

const read = (fields: Iterable<readonly [string, string | Blob]>) => readChoices(formOf(fields));

describe('choices', () => {
	test('are the letters of the scenes that have one', () => {
		expect(
			read([
				['thin-post', 'b'],
				['free-audit', 'e'],
				['dealer-host', '']
			])
		).toEqual({
			'thin-post': 'b',
			'free-audit': 'e'
		});
	});

	test.each([
		['an empty form', []],
		[
			'scenes that there are not',
			[
				['no-such-scene', 'a'],
				['__proto__', 'a'],
				['toString', 'b']
			]
		],
		[
			'letters that there are not',
			[
				['thin-post', 'f'],
				['free-audit', '3'],
				['dealer-host', 'A']
			]
		],
		['a file', [['thin-post', new Blob(['a'])]]]
	] as const)('of %s are none', (_, fields) => {
		expect(read(fields)).toEqual({});
	});

	test('take the last of two letters for a scene', () => {
		expect(
			read([
				['thin-post', 'a'],
				['thin-post', 'c']
			])
		).toEqual({ 'thin-post': 'c' });
	});
});

describe('answers', () => {
	test('are the rungs that stand under the letters', () => {
		for (const { scene, rungs } of PAPER_SHEET) {
			LETTERS.forEach((letter, place) =>
				expect(toAnswers({ [scene]: letter })).toEqual({ [scene]: rungs[place] })
			);
		}
	});

	test('reach both ends of the scale', () => {
		for (const rung of [0, 4] as const) {
			const fields = PAPER_SHEET.map(
				({ scene, rungs }) => [scene, LETTERS[rungs.indexOf(rung)] ?? ''] as const
			);
			expect(score(toAnswers(read(fields)), FORMS.full)?.overall.score).toBe(25 * rung);
		}
	});

	test('leave out what was left out', () => {
		const fields = PAPER_SHEET.slice(0, 15).map(({ scene }) => [scene, 'a'] as const);
		expect(missingAnswers(toAnswers(read(fields)), FORMS.full)).toBe(1);
	});
});
