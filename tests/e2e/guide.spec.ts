import { LANGUAGES, type ScenarioId } from '../../src/lib/questions';
import { expect, test } from './support/fixtures';
import { inLanguage } from '../support/routes';
import { debriefsIn, say, scenesIn } from '../support/words';

test.describe('the guide', () => {
	for (const language of LANGUAGES) {
		test(`has a question for every scene, in ${language}`, async ({ page }) => {
			await page.goto(inLanguage(language, '/workshops'));
			await page.getByRole('link', { name: say(language, 'workshops.guide.link') }).click();
			await expect(page).toHaveURL(inLanguage(language, '/workshops/guide'));
			const scenes = scenesIn(language);
			const items = page.locator('#questions ol > li');
			await expect(items).toHaveCount(Object.keys(scenes).length);
			for (const [scene, { question }] of Object.entries(debriefsIn(language))) {
				const item = items.filter({ hasText: question });
				await expect(item.getByRole('heading')).toContainText(scenes[scene as ScenarioId].title);
			}
			await page
				.getByRole('main')
				.getByRole('link', { name: say(language, 'guide.open'), exact: true })
				.click();
			await expect(page).toHaveURL(inLanguage(language, '/workshops'));
		});
	}

	test('takes 20, 45 and 90 minutes in its agendas', async ({ page }) => {
		await page.goto('/workshops/guide');
		for (const [id, minutes] of Object.entries({ taste: 20, lesson: 45, session: 90 }) as [
			'taste' | 'lesson' | 'session',
			number
		][]) {
			const name = say('en', 'guide.agendas.caption', { name: say('en', `guide.agendas.${id}.name`) });
			const last = page.getByRole('table', { name }).getByRole('row').last();
			await expect(last.getByRole('rowheader')).toHaveText(new RegExp(`–${minutes}$`));
		}
	});
});
