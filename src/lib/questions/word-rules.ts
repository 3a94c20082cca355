import * as v from 'valibot';
import type { Language } from '../languages';

/** What a language adds to the rules: `wording/<language>/rules.json`. */
export const WordRulesSchema = v.strictObject({
	/** Words for "always" and "never": they make an option easy to rule out. */
	absolutes: v.array(v.string()),
	/** Words that judge a choice, and so give it away. */
	moral: v.array(v.string()),
	/** Phrases that say what somebody is, where only what somebody chose is known. */
	verdicts: v.array(v.string()),
	regional: v.array(v.string()),
	/** What a question has in it, such as an opening mark, and what it ends with. */
	question: v.tuple([v.string(), v.string()]),
	/** Patterns of prefixes that the script writes together with a word. */
	prefixes: v.array(v.string()),
	/** Where articles are written together with the word, one word may say as much as two. */
	fewestTitleWords: v.number(),
	/** Most words in a sentence of a debrief: some languages need more of them for the same sentence. */
	mostSentenceWords: v.number(),
	/** Largest ratio of words between the longest and the shortest option of a scene. */
	mostWordRatio: v.number(),
	/** Parts of words with which a story says what was agreed, or that nothing was. */
	agreed: v.array(v.string()),
	reasons: v.array(v.string())
});
export type WordRules = v.InferOutput<typeof WordRulesSchema>;

const files = () => import.meta.glob<unknown>('./wording/*/rules.json', { import: 'default' });

export async function loadWordRules(language: Language): Promise<WordRules> {
	const load = files()[`./wording/${language}/rules.json`];
	if (!load) throw new RangeError(`no rules in ${language}`);
	return (await load()) as WordRules;
}
