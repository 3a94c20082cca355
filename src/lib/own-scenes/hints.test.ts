import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, loadDebriefs, loadScenes, RUNGS, type Language } from '../questions';
import { WordRulesSchema } from '../questions/word-rules';
import {
	emptyScene,
	emptyWords,
	formAsOwnScenes,
	hintsOn,
	ownWords,
	wordTest,
	type OwnScene,
	type OwnWords
} from '.';

const rulesOf = (language: Language) =>
	v.parse(
		WordRulesSchema,
		JSON.parse(readFileSync(new URL(`../questions/wording/${language}/rules.json`, import.meta.url), 'utf8'))
	);

async function formA(language: Language): Promise<readonly OwnScene[]> {
	const held = { scenes: await loadScenes(language), debriefs: await loadDebriefs(language) };
	return formAsOwnScenes({ [language]: held }, language).scenes;
}

const good: OwnWords = {
	...emptyWords(2),
	title: 'The late delivery',
	who: 'a supplier of ten years',
	stem: 'Mirko, a supplier of ten years, brings your order two days late and says nothing about it. You had promised your own client a date. Mirko once lent you a van for a weekend. Nothing was agreed about delays.',
	options: [
		{ text: 'Say nothing, because the van was worth more than two days.', gives: '', costs: '' },
		{ text: 'Ask Mirko for a date in writing before the next order.', gives: '', costs: '' }
	]
};

const codes = (words: OwnWords) => hintsOn(words, 'en', rulesOf('en')).map(({ code }) => code);
const withText = (...texts: string[]): OwnWords => ({
	...good,
	options: texts.map((text) => ({ text, gives: '', costs: '' }))
});

describe('hints', () => {
	test('are silent about a scene that keeps the rules, and about one that is not written yet', () => {
		expect(codes(good)).toEqual([]);
		expect(codes(ownWords(emptyScene('own-new', 'en')))).toEqual([]);
	});

	test.each(LANGUAGES)('have next to nothing to say about form A in %s', async (language) => {
		const hints = (await formA(language)).flatMap((scene) =>
			hintsOn(ownWords(scene), language, rulesOf(language)).map(({ code, option }) => ({
				code,
				option,
				id: scene.id
			}))
		);
		// What remains: short options that give no reason, since form A leaves some to the story.
		expect(hints.filter(({ code }) => code !== 'option.reason')).toEqual([]);
		expect(hints.length).toBeLessThanOrEqual(10);
	});

	test.each<[string, string, OwnWords]>([
		['a title of one word', 'title.length', { ...good, title: 'Delay' }],
		['a story that does not say who it is', 'who.notInStem', { ...good, who: 'a neighbour' }],
		['an other person who is not named at all', 'who.missing', { ...good, who: '' }],
		[
			'a short story',
			'stem.length',
			{ ...good, stem: 'Mirko, a supplier of ten years, is late. Nothing was agreed.' }
		],
		['a sentence without end', 'stem.sentence', { ...good, stem: good.stem.replaceAll('. ', ' and ') }],
		[
			'a story that leaves open what was agreed',
			'stem.agreed',
			{
				...good,
				stem: good.stem
					.replace('Nothing was agreed about delays', 'The road was icy')
					.replace('promised', 'given')
			}
		],
		['a short option', 'option.length', withText('Say nothing, now.', 'Ask for a date.')],
		[
			'an option without a reason',
			'option.reason',
			withText(
				'Mirko gets an angry phone call this very evening.',
				'Ask Mirko for a date in writing, before Monday.'
			)
		],
		[
			'an option that judges',
			'option.moral',
			withText(
				'Say nothing, because that is the decent thing here.',
				'Ask Mirko for a date in writing, before Monday.'
			)
		],
		[
			'an option that rules itself out',
			'option.absolute',
			withText(
				'Order from somebody else, and never again from Mirko.',
				'Ask Mirko for a date in writing, before Monday.'
			)
		],
		[
			'two options alike',
			'option.twice',
			withText('Ask for a date, as it matters.', 'ask for a date, as it matters.')
		],
		[
			'options of very different length',
			'options.uneven',
			withText(
				'Say nothing, as it is over.',
				'Ask Mirko for a date in writing, before the next order goes out in March.'
			)
		],
		[
			'a scene that fills two screens',
			'scene.length',
			{ ...good, stem: `${good.stem} ${good.stem} ${good.stem}` }
		],
		['a character that nobody would have seen', 'unseen', { ...good, discussion: 'Why[U+200B]?' }]
	])('notice %s', (_, code, words) => {
		expect(codes(words)).toContain(code);
	});
});

describe('the word test', () => {
	test('finds options whose words give their rung away', () => {
		const telling = Array.from({ length: 6 }, (_, i): OwnScene => ({
			...emptyScene(`own-${i}`, 'en'),
			// In another order than the ladder's: what counts is the rung, not the place.
			rungs: [4, 3, 2, 1, 0],
			words: {
				en: {
					...emptyWords(5),
					options: ['only', 'because', 'offer', 'keep', 'owe'].map((word) => ({
						text: `${word} this ${i} thing`,
						gives: '',
						costs: ''
					}))
				}
			}
		}));
		expect(wordTest(telling, 'en')).toEqual({ right: 30, of: 30, tells: true });
	});

	test('finds form A silent', async () => {
		expect(wordTest(await formA('en'), 'en')).toMatchObject({ of: 100, tells: false });
	});

	test('says nothing about few scenes, or about those with fewer options', async () => {
		const scenes = await formA('en');
		expect(wordTest(scenes.slice(0, 3), 'en')).toBeNull();
		expect(
			wordTest(
				scenes.map((scene) => ({ ...scene, rungs: null })),
				'en'
			)
		).toBeNull();
		expect(wordTest(scenes, 'ar')).toBeNull();
		expect(RUNGS).toHaveLength(5);
	});
});
