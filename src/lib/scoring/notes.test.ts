import { describe, expect, it } from 'vitest';
import { FORMS } from '../questions';
import { answered } from './answers.arbitrary';
import { countNotes, mannerNotes, type Pick } from './notes';

describe('countNotes', () => {
	it('lists the scenes in the order of the key', () => {
		const answers = { 'free-audit': 0, 'thin-post': 0, 'dealer-host': 0, 'van-dealer': 4 } as const;
		expect(countNotes(answers, FORMS.full)).toEqual([
			{ rung: 0, scenes: ['thin-post', 'dealer-host', 'free-audit'] }
		]);
	});

	it('says nothing about two answers, nor about the rungs between the ends', () => {
		expect(countNotes(answered(FORMS.full, [0, 0, 4, 4, 1, 1, 1, 2, 2, 2, 3, 3, 3]), FORMS.full)).toEqual([]);
	});

	it('can speak of both ends, rung 0 first', () => {
		const notes = countNotes(answered(FORMS.full, [4, 4, 4, 0, 0, 0]), FORMS.full);
		expect(notes.map((note) => note.rung)).toEqual([0, 4]);
	});

	it('ignores scenes outside the form', () => {
		const answers = { 'thin-post': 4, 'comment-pod': 4, 'van-dealer': 4 } as const;
		expect(countNotes(answers, FORMS.short)).toEqual([]);
	});
});

describe('mannerNotes', () => {
	const slow = 20_000;
	const wandering = (milliseconds: number[]): Pick[] =>
		milliseconds.map((time, i) => ({ position: i % 5, milliseconds: time }));
	const standing = (positions: number[]): Pick[] =>
		positions.map((position) => ({ position, milliseconds: slow }));

	it('says nothing about somebody who reads and wanders', () => {
		expect(mannerNotes(wandering(Array<number>(20).fill(slow)))).toEqual([]);
	});

	it('says nothing under 8 picks', () => {
		const clicked: Pick[] = Array<Pick>(8).fill({ position: 0, milliseconds: 100 });
		expect(mannerNotes(clicked.slice(1))).toEqual([]);
		expect(mannerNotes(clicked)).toEqual(['quick', 'onePosition']);
		expect(mannerNotes([])).toEqual([]);
	});

	it('leaves out picks whose place and time are not known', () => {
		const clicked: Pick[] = Array<Pick>(8).fill({ position: 0, milliseconds: 100 });
		const unknown: Pick[] = Array<Pick>(12).fill({});
		expect(mannerNotes(unknown)).toEqual([]);
		expect(mannerNotes([...unknown, ...clicked.slice(1)])).toEqual([]);
		expect(mannerNotes([...unknown, ...clicked])).toEqual(['quick', 'onePosition']);
	});

	it('looks at the median time, so a pause does not hide the rest', () => {
		expect(mannerNotes(wandering([9e9, 9e9, 9e9, 9e9, 100, 100, 100, 100, 100]))).toEqual(['quick']);
		expect(mannerNotes(wandering([100, 100, 100, 100, 3000, 9e9, 9e9, 9e9, 9e9]))).toEqual([]);
		expect(mannerNotes(wandering([100, 100, 100, 2999, 3000, slow, slow, slow]))).toEqual(['quick']);
		expect(mannerNotes(wandering([100, 100, 100, 2999, 3001, slow, slow, slow]))).toEqual([]);
		// Unsorted, the middle of the list would be slow.
		expect(mannerNotes(wandering([100, 100, 100, slow, slow, slow, 100, 100, 100]))).toEqual(['quick']);
		expect(mannerNotes(wandering([slow, slow, slow, 100, 100, 100, slow, slow, slow]))).toEqual([]);
		// As text, 900 would sort after 20000.
		expect(mannerNotes(wandering([900, 900, 900, 900, 900, slow, slow, slow, slow]))).toEqual(['quick']);
	});

	it('notices nine of ten at one position, not eight', () => {
		expect(mannerNotes(standing([2, 2, 2, 2, 2, 0, 2, 2, 2, 2]))).toEqual(['onePosition']);
		expect(mannerNotes(standing([2, 2, 2, 2, 2, 0, 2, 1, 2, 2]))).toEqual([]);
		expect(mannerNotes(standing([0, 0, 0, 0, 0, 0, 0, 0]))).toEqual(['onePosition']);
	});
});
