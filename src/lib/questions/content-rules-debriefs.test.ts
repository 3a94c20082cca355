import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../languages';
import { SCENARIOS } from './scenarios';
import { SAYING_KINDS } from './schema';
import { IDS, countWords, debriefsOf, found, rulesOf, sentencesOf } from './content-rules.fixture';

describe.each(LANGUAGES)('the debriefs in %s', (language) => {
	const rules = rulesOf(language);

	test('are those of the key, in its order', () => {
		expect(debriefsOf(language).map(([id]) => id)).toEqual(IDS);
	});

	test('are short: reasons of 5 to 20 words, gains and costs of 6 to 25', () => {
		for (const [id, { rungs }] of debriefsOf(language)) {
			for (const [rung, { reason, gives, costs }] of rungs.entries()) {
				const within = (text: string, least: number, most: number) => {
					expect.soft(countWords(text, language), `${id} ${rung}: ${text}`).toBeGreaterThanOrEqual(least);
					expect.soft(countWords(text, language), `${id} ${rung}: ${text}`).toBeLessThanOrEqual(most);
				};
				within(reason, 5, 20);
				within(gives, 6, 25);
				within(costs, 6, 25);
			}
		}
	});

	test('keep to plain sentences and say what was chosen, not what somebody is', () => {
		for (const [id, { rungs, question, followUp, otherSide, caution }] of debriefsOf(language)) {
			const texts = rungs.flatMap(({ reason, gives, costs }) => [reason, gives, costs]);
			for (const text of [...texts, question, followUp ?? '', otherSide ?? '', caution ?? '']) {
				expect.soft(found(text, rules.verdicts, language), `${id}: ${text}`).toEqual([]);
				for (const sentence of sentencesOf(text, language)) {
					expect
						.soft(countWords(sentence, language), `${id}: ${sentence}`)
						.toBeLessThanOrEqual(rules.mostSentenceWords);
				}
			}
		}
	});

	test('say nothing that is said of another choice too', () => {
		const texts = debriefsOf(language).flatMap(([, { rungs }]) =>
			rungs.flatMap(({ reason, gives, costs }) => [reason, gives, costs])
		);
		const repeated = texts.filter((text, i) => texts.indexOf(text) !== i);
		expect(repeated).toEqual([]);
	});

	test('end with two questions of 6 to 30 words, different ones for each scene', () => {
		const questions = debriefsOf(language).flatMap(([, { question, followUp }]) => [
			question,
			followUp ?? ''
		]);
		expect(new Set(questions).size).toBe(2 * IDS.length);
		for (const question of questions) {
			const [within, end] = rules.question;
			expect.soft(question).toContain(within);
			expect.soft(question.endsWith(end), question).toBe(true);
			expect.soft(countWords(question, language), question).toBeGreaterThanOrEqual(6);
			expect.soft(countWords(question, language), question).toBeLessThanOrEqual(30);
		}
	});

	test('tell six scenes from the other chair, in 40 to 80 words, the same ones in every language', () => {
		const told = debriefsOf(language).flatMap(([id, { otherSide }]) =>
			otherSide ? [{ id, otherSide }] : []
		);
		expect(told.map(({ id }) => id)).toEqual([
			'dealer-host',
			'charity-thanks',
			'close-friend',
			'linkedin-stranger',
			'free-audit',
			'speaking-slot'
		]);
		for (const { id, otherSide } of told) {
			expect.soft(countWords(otherSide, language), id).toBeGreaterThanOrEqual(40);
			expect.soft(countWords(otherSide, language), id).toBeLessThanOrEqual(80);
		}
	});

	test('give each scene one sentence or two to say, of 8 to 30 words, and each kind at least five times', () => {
		const sayings = debriefsOf(language).map(([id, { say }]) => ({ id, say }));
		for (const { id, say } of sayings) {
			expect.soft(countWords(say?.text ?? '', language), id).toBeGreaterThanOrEqual(8);
			expect.soft(countWords(say?.text ?? '', language), id).toBeLessThanOrEqual(30);
			// The page puts its own marks around it.
			expect.soft(say?.text, id).not.toMatch(/[«»“”"]/u);
		}
		for (const kind of SAYING_KINDS)
			expect(sayings.filter(({ say }) => say?.kind === kind).length, kind).toBeGreaterThanOrEqual(5);
	});

	test('warn of rules of platforms and laws exactly where the key names a practice', () => {
		const warned = debriefsOf(language).flatMap(([id, { caution }]) => (caution ? [id] : []));
		expect(warned).toEqual(SCENARIOS.flatMap((scenario) => ('practice' in scenario ? [scenario.id] : [])));
	});
});
