import { afterEach, expect, it } from 'vitest';
import { CARD_SHAPES, CARD_THEMES } from '../../src/lib/address';
import { LANGUAGES } from '../../src/lib/languages';
import { inLanguage } from '../support/routes';
import { CODE, OTHER_CODE } from '../support/runs';
import { endServers, startServer } from '../support/server';
import { findProblem, WITHOUT_FONTS } from './support/without-fonts';

const problem = findProblem();
if (problem) console.log(`Skipped, as the fonts of this machine cannot be hidden: ${problem}`);

const PAGES = ['', `/result/${CODE}`, `/compare/${CODE}/${OTHER_CODE}`];
const HOST = 'quiz.example.org';

const cards = LANGUAGES.flatMap((language) =>
	PAGES.flatMap((page) =>
		CARD_SHAPES.flatMap((shape) =>
			CARD_THEMES.map((theme) => `${inLanguage(language, `${page}/card.png`)}?shape=${shape}&theme=${theme}`)
		)
	)
);

afterEach(endServers);

it.skipIf(problem)('a machine without any fonts draws the same cards, to the byte', async () => {
	const env = { ORIGIN: `https://${HOST}` };
	const [usual, bare] = await Promise.all([startServer(env), startServer(env, { under: WITHOUT_FONTS })]);
	const bytesOf = async (base: string, card: string) => {
		const response = await fetch(base + card);
		expect(response.status, card).toBe(200);
		return Buffer.from(await response.arrayBuffer());
	};
	for (const card of cards) {
		const [there, here] = await Promise.all([bytesOf(usual.base, card), bytesOf(bare.base, card)]);
		expect(here.equals(there), card).toBe(true);
	}
});
