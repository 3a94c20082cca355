import type { CardModel } from '$lib/card';

/** A card for tests, with everything on it. */
export function cardSaying(headline: string, changes: Partial<CardModel> = {}): CardModel {
	return {
		shape: 'wide',
		theme: 'light',
		direction: 'ltr',
		script: 'latin',
		language: 'en',
		words: {
			site: 'No Strings',
			headline,
			sense: 'Says the terms aloud, and the thing itself passes one’s own check.',
			figures: '61 of 100, probably between 44 and 78',
			poles: { favour: 'Favour-hunting', value: 'Value-driven' },
			question: 'Do you share for value, or to be owed?',
			address: 'quiz.example.org'
		},
		overall: [{ zone: 'dealingOpenly', estimate: { score: 61, band: { low: 44, high: 78 } } }],
		dimensions: ['Filter', 'Strings', 'Pull', 'Candour'].map((label, i) => ({
			label,
			estimate: { score: 30 + i * 15, band: { low: 10 + i * 10, high: 60 + i * 13 } }
		})),
		...changes
	};
}
