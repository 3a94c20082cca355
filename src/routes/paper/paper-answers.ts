import * as v from 'valibot';
import { FORMS, type ScenarioId } from '$lib/questions';
import type { Answers } from '$lib/scoring';
import { LETTERS, PAPER_SHEET, type Letter } from './paper-sheet';

export type Choices = Partial<Record<ScenarioId, Letter>>;

// A value that the page does not offer counts as no answer: the visitor sees it left open and can mend it.
const choice = v.fallback(v.optional(v.picklist(LETTERS)), undefined);
const ChoicesSchema = v.object(v.entriesFromList(FORMS.full.scenarioIds, choice));

export function readChoices(form: FormData): Choices {
	const choices = v.parse(ChoicesSchema, Object.fromEntries(form));
	return Object.fromEntries(Object.entries(choices).filter(([, letter]) => letter));
}

export function toAnswers(choices: Choices): Answers {
	const answers: Answers = {};
	for (const { scene, rungs } of PAPER_SHEET) {
		const letter = choices[scene];
		const rung = letter && rungs[LETTERS.indexOf(letter)];
		if (rung !== undefined) answers[scene] = rung;
	}
	return answers;
}
