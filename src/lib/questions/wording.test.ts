import { describe, expect, it } from 'vitest';
import { FORM_IDS, FORMS, LANGUAGES, loadOpening, loadScenes, OPENING_SCENE, sheetFor } from '.';

describe.each(LANGUAGES)('the opening scene in %s', (language) => {
	it('comes alone, in the words that it has among the others', async () => {
		const { [OPENING_SCENE]: opening } = await loadScenes(language);
		expect(await loadOpening(language)).toEqual({ [OPENING_SCENE]: opening });
	});
});

it.each(FORM_IDS)('is the first scene of every run of the %s form', (form) => {
	for (let seed = 0; seed < 50; seed++) expect(sheetFor(FORMS[form], seed)[0]?.scene).toBe(OPENING_SCENE);
});
