import { expect, test } from 'vitest';
import { LANGUAGES, recordOf } from '../languages';
import { loadDebriefs, loadScenes } from '.';

const textsIn = (tree: unknown): string[] =>
	typeof tree === 'string' ? [tree] : Object.values(tree ?? {}).flatMap(textsIn);

test.each(LANGUAGES)('scenes and debriefs in %s quote with the marks of their language', async (language) => {
	const own = recordOf(language).quotes;
	const foreign = [...'“”«»„‟"'].filter((mark) => !own.includes(mark));
	const texts = [await loadScenes(language), await loadDebriefs(language)].flatMap(textsIn);
	expect(texts.length).toBeGreaterThan(400);
	expect(texts.filter((text) => foreign.some((mark) => text.includes(mark)))).toEqual([]);
});
