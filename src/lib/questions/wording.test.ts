import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
	FORM_IDS,
	FORMS,
	LANGUAGES,
	loadDebriefs,
	loadOpening,
	loadScenes,
	OPENING_SCENE,
	sheetFor
} from '.';
import type { Language } from '.';
import { loadWordRules } from './word-rules';

const fileOf = (path: string) =>
	JSON.parse(readFileSync(new URL(`./wording/${path}.json`, import.meta.url), 'utf8')) as unknown;

describe.each(LANGUAGES)('what is loaded in %s', (language) => {
	it('is what its files say, in either version of the key', async () => {
		expect(await loadScenes(language)).toEqual(fileOf(`${language}/scenes`));
		expect(await loadDebriefs(language)).toEqual(fileOf(`${language}/debriefs`));
		expect(await loadScenes(language, 1)).toEqual(fileOf(`${language}/version-1/scenes`));
		expect(await loadDebriefs(language, 1)).toEqual(fileOf(`${language}/version-1/debriefs`));
		expect(await loadWordRules(language)).toEqual(fileOf(`${language}/rules`));
	});
});

describe('a language without files', () => {
	const none = 'xx' as Language;

	it.each([loadScenes, loadDebriefs, loadOpening, loadWordRules])('is refused by $name', async (load) => {
		await expect(load(none)).rejects.toThrow(RangeError);
	});

	it('has the first version of the key in English', async () => {
		expect(await loadScenes(none, 1)).toEqual(fileOf('en/version-1/scenes'));
		expect(await loadDebriefs(none, 1)).toEqual(fileOf('en/version-1/debriefs'));
	});
});

describe.each(LANGUAGES)('the opening scene in %s', (language) => {
	it('comes alone, in the words that it has among the others', async () => {
		const { [OPENING_SCENE]: opening } = await loadScenes(language);
		expect(await loadOpening(language)).toEqual({ [OPENING_SCENE]: opening });
	});
});

it.each(FORM_IDS)('is the first scene of every run of the %s form', (form) => {
	for (let seed = 0; seed < 50; seed++) expect(sheetFor(FORMS[form], seed)[0]?.scene).toBe(OPENING_SCENE);
});
