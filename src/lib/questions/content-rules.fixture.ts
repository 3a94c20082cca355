import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Language } from '../languages';
import { found as foundIn } from '../languages/words';
import { SCENARIOS } from './scenarios';
import { DebriefsSchema, ScenesSchema } from './schema';
import { WordRulesSchema } from './word-rules';

export { countCharacters, countWords, plain, sentencesOf, spread } from '../languages/words';

// Files are read from disk, not through `wording.ts`: a language whose files are missing then fails by itself and leaves
// the others to be judged.

export const IDS = SCENARIOS.map((scenario) => scenario.id);

type WordingFile = 'scenes' | 'debriefs' | 'rules' | 'version-1/scenes' | 'version-1/debriefs';

export function fileOf(language: Language, name: WordingFile): unknown {
	return JSON.parse(readFileSync(new URL(`./wording/${language}/${name}.json`, import.meta.url), 'utf8'));
}

export const rulesOf = (language: Language) => v.parse(WordRulesSchema, fileOf(language, 'rules'));
export const scenesOf = (language: Language) =>
	Object.entries(v.parse(ScenesSchema, fileOf(language, 'scenes')));

export const debriefsOf = (language: Language) =>
	Object.entries(v.parse(DebriefsSchema, fileOf(language, 'debriefs')));

/** Every text of a wording, however deep: all strings but the kind of a sentence. */
export function textsIn(wording: unknown): string[] {
	if (typeof wording === 'string') return [wording];
	if (typeof wording !== 'object' || !wording) return [];
	return Object.entries(wording).flatMap(([key, part]) => (key === 'kind' ? [] : textsIn(part)));
}

export const found = (text: string, phrases: readonly string[], language: Language) =>
	foundIn(text, phrases, language, rulesOf(language).prefixes);
