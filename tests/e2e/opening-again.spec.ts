import { LANGUAGES, type ScenarioId } from '../../src/lib/questions';
import { inLanguage } from '../support/routes';
import { HostPage } from './pages/host-page';
import { expectNoBarrier } from './support/access';
import { expect, test } from './support/opening';
import { OpeningPage } from './pages/opening-page';

test.use({ expectedCookies: /^host-/ });

const LESSON: readonly ScenarioId[] = [
	'linkedin-stranger',
	'close-friend',
	'testimonial',
	'dealer-host',
	'dealer-proposal'
];

for (const language of LANGUAGES) {
	test(`an agenda of the guide is opened with one press, and again for the next group (${language})`, async ({
		page
	}) => {
		const opening = new OpeningPage(page, language);
		await page.goto(inLanguage(language, '/workshops/guide'));
		await page
			.getByRole('link', { name: opening.say('guide.agendas.open', { minutes: 45 }), exact: true })
			.click();
		await opening.expectOrder(LESSON);
		await expect(page.getByText(opening.say('workshops.filledIn'))).toBeVisible();
		await opening.field('title').fill('Morning & noon');
		await opening.field('smallestGroup').fill('4');
		await opening.choice('workshops.form.pace.free.name').check();
		await opening.rows.check();
		await opening.submit.click();
		const { code } = await opening.expectOpened();
		await opening.toHost.click();

		const host = new HostPage(page, language, code);
		// The page's script notes the workshop.
		await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(1);
		await page.getByRole('link', { name: host.say('host.more.again') }).click();
		await opening.expectOrder(LESSON);
		await expect(opening.field('title')).toHaveValue('Morning & noon');
		await expect(opening.field('smallestGroup')).toHaveValue('4');
		await expect(opening.choice('workshops.form.pace.free.name')).toBeChecked();
		await expect(opening.rows).toBeChecked();
		expect(page.url()).not.toContain(code);
		await opening.submit.click();
		expect((await opening.expectOpened()).code).not.toBe(code);

		await page.goto(inLanguage(language, '/workshops'));
		const section = page.getByRole('region', { name: opening.say('workshops.hosted.heading') });
		await expect(section.getByRole('link')).toHaveText(['Morning & noon']);
		await expectNoBarrier(page, 'workshops of this device');
		await section
			.getByRole('button', { name: opening.say('workshops.hosted.removeThis', { title: 'Morning & noon' }) })
			.click();
		await expect(section).toHaveCount(0);
		expect(await page.evaluate(() => localStorage.length)).toBe(0);
	});
}

test('a link with settings that cannot be shows the usual form', async ({ page, opening }) => {
	await page.goto('/workshops?scenes=no-such-scene&smallest=1&days=never&pace=fast&language=xx');
	await expect(opening.field('smallestGroup')).toHaveValue('5');
	await expect(opening.choice('workshops.form.scenes.short.name')).toBeChecked();
	await expect(page.getByText(opening.say('workshops.filledIn'))).toHaveCount(0);
});
