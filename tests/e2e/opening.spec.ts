import type { Page } from '@playwright/test';
import { LIMITS } from '../../src/lib/group';
import { DEALER_STORY, LANGUAGES, type ScenarioId } from '../../src/lib/questions';
import { OpeningPage } from './pages/opening-page';
import { expectNoBarrier, expectToFit } from './support/access';
import { expect, STATUS_4XX, test as base } from './support/fixtures';
import { inLanguage } from '../support/routes';
import { debriefsIn, say, scenesIn } from '../support/words';

const test = base.extend<{ opening: OpeningPage }>({
	opening: async ({ page, language }, use) => use(new OpeningPage(page, language))
});

// Wrong input is answered with a status that says so.
test.use({ expectedErrors: STATUS_4XX });

/** What was sent with a press of the button. */
async function sentBy(page: Page, press: () => Promise<void>) {
	const [request] = await Promise.all([page.waitForRequest((one) => one.method() === 'POST'), press()]);
	return new URLSearchParams(request.postData() ?? '');
}

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
		keepDays: String(LIMITS.keepDays.usual)
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
	test.describe(`in ${language}`, () => {
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
				rows: 'on'
			});
			await opening.expectOpened();
		});
	});
}

test('scenes are picked and put in order by keyboard alone', async ({ page, opening }) => {
	await opening.open();
	await opening.field('title').fill('By hand');
	await opening.choice('workshops.form.scenes.short.name').focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(opening.choice('workshops.form.scenes.own.name')).toBeChecked();
	await page.keyboard.press('Tab');
	await expect(opening.tick('thin-post')).toBeFocused();
	await page.keyboard.press('Space');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await opening.tick('free-audit').focus();
	await page.keyboard.press('Space');
	await opening.expectOrder(['thin-post', 'van-dealer', 'free-audit']);

	const up = opening.mover('up', 'free-audit');
	await up.focus();
	await page.keyboard.press('Enter');
	await opening.expectOrder(['thin-post', 'free-audit', 'van-dealer']);
	await expect(up).toBeFocused();
	const moved = { scene: opening.title('free-audit'), n: 2, total: 3 };
	await expect(
		page.getByRole('status').filter({ hasText: opening.say('workshops.picker.moved', moved) })
	).toHaveCount(1);
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await opening.expectOrder(['free-audit', 'thin-post', 'van-dealer']);
	await expect(up).toBeFocused();
	await opening.mover('down', 'free-audit').press('Space');
	await opening.tick('thin-post').uncheck();
	await opening.expectOrder(['free-audit', 'van-dealer']);

	const sent = await sentBy(page, () => opening.submit.press('Enter'));
	expect([sent.get('place.free-audit'), sent.get('place.van-dealer')]).toEqual(['1', '2']);
	await opening.expectOpened();
});

test('the dealer’s story out of order is pointed out, and allowed', async ({ opening, page }) => {
	const scenes = DEALER_STORY.map((scene) => `“${opening.title(scene)}”`);
	const story = { scenes: new Intl.ListFormat('en', { type: 'conjunction' }).format(scenes) };
	await opening.open();
	await opening.field('title').fill('Backwards');
	await opening.choice('workshops.form.scenes.own.name').check();
	await expect(page.getByText(opening.say('workshops.picker.dealer', story))).toBeVisible();
	const [first, , last] = DEALER_STORY as [ScenarioId, ScenarioId, ScenarioId];
	for (const scene of [last, first]) await opening.tick(scene).check();
	await expect(page.getByText(opening.say('workshops.picker.mixed', story))).toBeVisible();
	await opening.mover('up', first).click();
	await expect(page.getByText(opening.say('workshops.picker.dealer', story))).toBeVisible();
	await opening.mover('down', first).click();
	await opening.submit.click();
	await opening.expectOpened();
});

test('what was chosen survives a look at another kind of choice', async ({ opening }) => {
	await opening.open();
	await opening.choice('workshops.form.scenes.own.name').check();
	await opening.tick('free-audit').check();
	await opening.choice('workshops.form.scenes.full.name').check();
	await expect(opening.tick('free-audit')).toBeHidden();
	await opening.choice('workshops.form.scenes.own.name').check();
	await opening.expectOrder(['free-audit']);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const language of LANGUAGES) {
		test.describe(`in ${language}`, () => {
			test.use({ language });

			test('scenes are numbered by hand, and wrong input keeps everything', async ({ page, opening }) => {
				await opening.open({ script: false });
				await opening.choice('workshops.form.scenes.own.name').check();
				await opening.place('dealer-host').fill('١');
				await opening.place('dealer-proposal').fill('second');
				await opening.field('title').fill('  ');
				await opening.rows.check();
				await opening.submit.click();

				await expect(opening.summary).toBeFocused();
				await opening.expectFault(opening.field('title'), 'workshops.faults.title.empty');
				await opening.expectFault(opening.place('dealer-proposal'), 'workshops.faults.scenes.order');
				await expect(opening.place('dealer-host')).toHaveValue('١');
				await expect(opening.place('dealer-host')).not.toHaveAttribute('aria-invalid');
				await expect(opening.place('dealer-proposal')).toHaveValue('second');
				await expect(opening.choice('workshops.form.scenes.own.name')).toBeChecked();
				await expect(opening.rows).toBeChecked();

				await opening.field('title').fill('Por fin');
				await opening.place('dealer-proposal').fill('2');
				await opening.submit.click();
				await opening.expectOpened();
				const copy = opening.say('workshops.opened.link.copy');
				await expect(page.getByRole('button', { name: copy })).toBeHidden();
			});
		});
	}
});

test('numbers that were quicker than the script are taken over', async ({ page, opening }) => {
	let arrive = () => {};
	const arrived = new Promise<void>((resolve) => (arrive = resolve));
	await page.route('**/*.js', async (route) => {
		await arrived;
		await route.continue();
	});
	await page.goto('/workshops', { waitUntil: 'commit' });
	await opening.field('title').fill('Quick');
	await opening.choice('workshops.form.scenes.own.name').check();
	await opening.place('free-audit').fill('2');
	await opening.place('link-request').fill('1');
	arrive();
	await opening.expectOrder(['link-request', 'free-audit']);
	await expect(opening.field('title')).toHaveValue('Quick');
	await expect(opening.choice('workshops.form.scenes.own.name')).toBeChecked();
});

test.describe('nothing stands in anybody’s way', () => {
	test.use({ contextOptions: { reducedMotion: 'reduce' } });

	for (const language of ['en', 'ar'] as const) {
		test.describe(`in ${language}`, () => {
			test.use({ language });

			async function expectWelcome(page: Page, state: string) {
				await expectNoBarrier(page, state);
				const wide = page.viewportSize();
				await page.setViewportSize({ width: 320, height: 640 });
				await expectToFit(page, state);
				if (wide) await page.setViewportSize(wide);
			}

			test('whatever the state of the form', async ({ page, opening }) => {
				test.slow();
				await opening.open();
				await opening.choice('workshops.form.scenes.own.name').check();
				for (const scene of ['van-dealer', 'dealer-host', 'free-audit'] as const)
					await opening.tick(scene).check();
				await expectWelcome(page, 'picking');
				await opening.submit.click();
				await expect(opening.summary).toBeFocused();
				await expectWelcome(page, 'faults');
				await opening.field('title').fill('Open');
				await opening.submit.click();
				await opening.expectOpened();
				await expectWelcome(page, 'opened');
			});

			test.describe('without a script', () => {
				// Axe is a script itself: the page's own is kept away instead.
				test('with numbers', async ({ page, opening }) => {
					await page.route('**/_app/**/*.js', (route) =>
						route.fulfill({ body: 'export const start = () => {}', contentType: 'text/javascript' })
					);
					await opening.open({ script: false });
					await opening.choice('workshops.form.scenes.own.name').check();
					await opening.place('free-audit').fill('first');
					await opening.submit.click();
					await expect(opening.summary).toBeFocused();
					await expectWelcome(page, 'numbers');
				});
			});
		});
	}
});

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
				.getByRole('link', { name: say(language, 'guide.open') })
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

test('the start page leads to the opening of a workshop', async ({ page, home, opening }) => {
	await home.open();
	await page.getByRole('link', { name: say('en', 'home.workshop.link') }).click();
	await expect(opening.submit).toBeVisible();
});
