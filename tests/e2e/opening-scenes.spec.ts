import { DEALER_STORY, LANGUAGES, type ScenarioId } from '../../src/lib/questions';
import { FEWEST_SCENES } from '../../src/lib/group';
import { scenesIn } from '../support/words';
import { STATUS_4XX } from './support/fixtures';
import { expect, sentBy, test } from './support/opening';

// Wrong input is answered with a status that says so.
test.use({ expectedErrors: STATUS_4XX });

test('scenes are picked and put in order by keyboard alone', async ({ page, opening }) => {
	await opening.open();
	await opening.field('title').fill('By hand');
	await opening.choice('workshops.form.scenes.short.name').focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(opening.choice('workshops.form.scenes.own.name')).toBeChecked();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: opening.say('workshops.picker.tell') })).toBeFocused();
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

test('scenes tell their story, and how little so few of them can show', async ({ opening, page }) => {
	await opening.open();
	await opening.choice('workshops.form.scenes.own.name').check();
	const story = page.getByText(scenesIn('en')['thin-post'].stem);
	await expect(story).toHaveCount(0);
	await page.getByRole('button', { name: opening.say('workshops.picker.tell') }).click();
	await expect(story).toBeVisible();
	const noString = page.getByText(opening.say('workshops.picker.left.noString', { fewest: FEWEST_SCENES }));
	for (const scene of ['thin-post', 'free-audit'] as const) {
		await opening.tick(scene).check();
		await expect(noString).toBeVisible();
	}
	await opening.tick('testimonial').check();
	await expect(noString).toHaveCount(0);
	await expect(page.getByText(opening.say('workshops.picker.left.zones'))).toBeVisible();
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
