import { LIMITS } from '../../src/lib/group';
import { LANGUAGES } from '../../src/lib/questions';
import { STATUS_4XX } from './support/fixtures';
import { say } from '../support/words';
import { expect, sentBy, test } from './support/opening';

// Wrong input is answered with a status that says so.
test.use({ expectedErrors: STATUS_4XX });

test('a trainer needs a title and one press', async ({ page, opening }) => {
	await opening.open();
	await opening.field('title').fill('Trust, and what it costs');
	const sent = await sentBy(page, () => opening.submit.click());
	expect(Object.fromEntries(sent)).toEqual({
		title: 'Trust, and what it costs',
		language: 'en',
		scenes: 'short',
		pace: 'led',
		smallestGroup: String(LIMITS.smallestGroup.usual),
		keepDays: String(LIMITS.keepDays.usual),
		countdown: ''
	});
	await opening.expectOpened();
	await expect(page).toHaveTitle(new RegExp(say('en', 'workshops.opened.title')));
	await expect(page.getByText(say('en', 'workshops.opened.link.warning'))).toBeVisible();
});

test('the link can be copied, and where it cannot, it is selected', async ({ page, context, opening }) => {
	await opening.open();
	await opening.field('title').fill('Copied');
	await opening.submit.click();
	const { link } = await opening.expectOpened();
	const copy = page.getByRole('button', { name: say('en', 'workshops.opened.link.copy') });

	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await copy.click();
	await expect(page.getByText(say('en', 'workshops.opened.link.copied'))).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

	await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
	await copy.click();
	await expect(page.getByText(say('en', 'workshops.opened.link.noCopy'))).toBeVisible();
	expect(await page.evaluate(() => getSelection()?.toString())).toBe(link);
});

test('an impatient press opens one workshop only', async ({ page, opening }) => {
	await opening.open();
	await opening.field('title').fill('Once');
	let posts = 0;
	await page.route('**/workshops', async (route) => {
		if (route.request().method() === 'POST') posts += 1;
		await new Promise((resolve) => setTimeout(resolve, 300));
		await route.continue();
	});
	await opening.submit.dblclick();
	await expect(page.getByRole('button', { name: say('en', 'workshops.form.busy') })).toBeDisabled();
	await opening.expectOpened();
	expect(posts).toBe(1);
});

test.describe('without an answer', () => {
	test.use({ expectedErrors: /ERR_FAILED|Failed to fetch/ });

	test('everything typed stays, and the next press works', async ({ page, opening }) => {
		await opening.open();
		await opening.field('title').fill('Patience');
		await page.route('**/workshops', (route) => route.abort());
		await opening.submit.click();
		await expect(page.getByText(say('en', 'workshops.form.failed'))).toBeVisible();
		await expect(opening.field('title')).toHaveValue('Patience');
		await page.unroute('**/workshops');
		await opening.submit.click();
		await opening.expectOpened();
	});
});

for (const language of LANGUAGES) {
	test.describe(`the form in ${language}`, () => {
		test.use({ language });

		test('wrong input is named, kept and mended', async ({ page, opening }) => {
			await opening.open();
			await opening.field('smallestGroup').fill('2');
			await opening.field('keepDays').fill('for ever');
			await opening.field('language').selectOption('ar');
			await opening.choice('workshops.form.pace.free.name').check();
			await opening.choice('workshops.form.scenes.own.name').check();
			await opening.rows.check();
			await opening.submit.click();

			await expect(opening.summary).toBeFocused();
			await expect(opening.summary).toContainText(say(language, 'workshops.faults.heading', { count: 4 }));
			await expect(page).toHaveTitle(new RegExp(say(language, 'workshops.faults.heading', { count: 4 })));
			const { smallestGroup, keepDays } = LIMITS;
			await opening.expectFault(opening.field('title'), 'workshops.faults.title.empty');
			await opening.expectFault(page.locator('[role=radiogroup]').first(), 'workshops.faults.scenes.none');
			await opening.expectFault(
				opening.field('smallestGroup'),
				'workshops.faults.smallestGroup.range',
				smallestGroup
			);
			await opening.expectFault(opening.field('keepDays'), 'workshops.faults.keepDays.number', keepDays);
			await expect(opening.field('smallestGroup')).toHaveValue('2');
			await expect(opening.field('keepDays')).toHaveValue('for ever');
			await expect(opening.field('language')).toHaveValue('ar');
			await expect(opening.choice('workshops.form.pace.free.name')).toBeChecked();
			await expect(opening.choice('workshops.form.scenes.own.name')).toBeChecked();
			await expect(opening.rows).toBeChecked();

			await opening.summary.getByRole('link').first().click();
			await expect(opening.field('title')).toBeFocused();
			await page.keyboard.type('x'.repeat(LIMITS.title.most + 1));
			await opening.field('keepDays').fill('٣٠');
			await opening.field('smallestGroup').fill('3');
			await opening.tick('dealer-host').check();
			await page.keyboard.press('Enter');
			await expect(opening.summary).toBeFocused();
			await expect(opening.summary.getByRole('listitem')).toHaveCount(1);
			await opening.expectFault(opening.field('title'), 'workshops.faults.title.long', LIMITS.title);
			await opening.expectOrder(['dealer-host']);

			await opening.field('title').fill('Gracias · شكرا');
			const sent = await sentBy(page, () => opening.submit.click());
			expect(Object.fromEntries(sent)).toEqual({
				title: 'Gracias · شكرا',
				language: 'ar',
				scenes: 'own',
				'place.dealer-host': '1',
				pace: 'free',
				smallestGroup: '3',
				keepDays: '٣٠',
				countdown: '',
				rows: 'on'
			});
			await opening.expectOpened();
		});
	});
}

test('the start page leads to the opening of a workshop', async ({ page, home, opening }) => {
	await home.open();
	await page.getByRole('link', { name: say('en', 'home.workshop.link') }).click();
	await expect(opening.submit).toBeVisible();
});
