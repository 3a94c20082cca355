import { describe, expect, it } from 'vitest';
import { emptyOption, emptyWords, toAsked, type OwnScene } from '$lib/own-scenes';
import { OWN_FIELD, ownField, readOpening } from './opening';

describe('scenes that the host wrote', () => {
	const words = { ...emptyWords(2), title: 'Tea', stem: 'Somebody pours tea.' };
	const TEA: OwnScene = {
		id: 'own-tea',
		language: 'en',
		rungs: null,
		words: {
			en: {
				...words,
				options: [
					{ ...emptyOption(), text: 'Yes.' },
					{ ...emptyOption(), text: 'No.' }
				]
			}
		},
		checks: []
	};
	const opening = (
		own: string | null,
		places: Record<string, string> = { 'own-tea': '1', 'thin-post': '2' }
	) => {
		const form = new FormData();
		for (const [name, value] of Object.entries({
			...{ title: 'Monday', language: 'en', scenes: 'own', pace: 'led' },
			...{ smallestGroup: '5', keepDays: '30' }
		}))
			form.append(name, value);
		for (const [scene, place] of Object.entries(places)) form.append(`place.${scene}`, place);
		if (own !== null) form.append(OWN_FIELD, own);
		return readOpening(form);
	};

	it('come with their words, among those of the quiz, in any order', () => {
		const read = opening(ownField([TEA]));
		expect(read.ok && read.settings.scenes).toEqual(['own-tea', 'thin-post']);
		expect(read.ok && read.own).toEqual([toAsked(TEA)]);
	});

	it.each([
		['without their words', null],
		['with the words of another', ownField([{ ...TEA, id: 'own-coffee' }])],
		['unfinished', ownField([{ ...TEA, words: { en: emptyWords(2) } }])],
		['that are no JSON', '{'],
		['with a field that nobody knows', ownField([{ ...TEA, script: 'alert(1)' } as OwnScene])]
	])('are refused %s, and nothing that was typed is lost', (_, own) => {
		const read = opening(own);
		expect(read.ok).toBe(false);
		expect(!read.ok && read.faults).toEqual({ scenes: 'scenes.own' });
		expect(read.typed.places).toEqual({ 'own-tea': '1', 'thin-post': '2' });
	});

	it('are refused where they are more than a workshop holds', () => {
		const many = Array.from({ length: 21 }, (_, i): OwnScene => ({ ...TEA, id: `own-${i}` }));
		const places = Object.fromEntries(many.map(({ id }, i) => [id, String(i + 1)]));
		expect(opening(ownField(many), places).ok).toBe(false);
		expect(opening(ownField(many.slice(1)), Object.fromEntries(Object.entries(places).slice(1))).ok).toBe(
			true
		);
	});

	it('that are posted and not picked are not taken', () => {
		const read = opening(ownField([TEA]), { 'thin-post': '1' });
		expect(read.ok && read.own).toEqual([]);
	});
});
