import { describe, expect, it } from 'vitest';
import { I18n, loadMessages } from '../i18n';
import { LANGUAGES } from '../languages';
import { FORMS } from '../questions';
import { score, ZONES, type Profile } from '../scoring';
import { comparisonPreviewOf, previewOf, type Preview } from './preview';

/** Characters that LinkedIn, WhatsApp and X show of a title on a phone, and search pages of a description. */
const LONGEST = { title: 70, description: 155 };
/** Of a description, where a chat shows two lines. */
const SEEN_AT_ONCE = 90;

const QUESTION = /[?؟]/;

async function* previewsIn(language: (typeof LANGUAGES)[number]): AsyncGenerator<Preview> {
	await loadMessages(language, ['terms', 'result', 'share', 'home']);
	const i18n = new I18n(() => language);
	yield { title: i18n.t('home.title'), description: i18n.t('home.description') };
	yield comparisonPreviewOf(i18n);
	const middle = score(
		Object.fromEntries(FORMS.full.scenarioIds.map((id) => [id, 2])),
		FORMS.full
	) as Profile;
	for (const [i, from] of ZONES.entries())
		for (const to of ZONES.slice(i)) yield previewOf({ ...middle, span: { from, to } }, i18n);
}

describe.each(LANGUAGES)('what networks write beside a link, in %s,', (language) => {
	it('is short enough for none to cut it', async () => {
		let count = 0;
		for await (const { title, description } of previewsIn(language)) {
			count++;
			expect([...title].length, title).toBeLessThanOrEqual(LONGEST.title);
			expect([...description].length, description).toBeLessThanOrEqual(LONGEST.description);
		}
		expect(count).toBe(17);
	});

	it('asks, in the title and in what is seen of the description', async () => {
		for await (const { title, description } of previewsIn(language)) {
			expect(title).toMatch(QUESTION);
			expect(description.slice(0, SEEN_AT_ONCE)).toMatch(QUESTION);
		}
	});
});
