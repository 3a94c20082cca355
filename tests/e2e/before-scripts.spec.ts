import type { Locator, Page } from '@playwright/test';
import { FORMS, LANGUAGES, sheetFor } from '../../src/lib/questions';
import { OpeningPage } from './pages/opening-page';
import { CODE, OTHER_CODE, runKey, runWith } from '../support/runs';
import { putOnDevice, savedRun } from './support/device';
import { expect, test } from './support/fixtures';
import { say, scenesIn } from '../support/words';

// What one can read and do before the scripts have come.

/** Holds every script file back. Returns a function that lets them go. */
async function holdScripts(page: Page) {
	const { promise, resolve } = Promise.withResolvers<void>();
	await page.route(/\.js$/, async (route) => {
		await promise;
		await route.continue();
	});
	return resolve;
}

/** Counts what jumps, as browsers score it: `begin` once the fonts have come, `sum` at the end. */
async function watchShifts(page: Page) {
	await page.addInitScript(() => {
		const noted = window as unknown as { shifts: number };
		noted.shifts = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
				if (!entry.hadRecentInput) noted.shifts += entry.value;
		}).observe({ type: 'layout-shift', buffered: true });
	});
	return {
		begin: () =>
			page.evaluate(async () => {
				await document.fonts.ready;
				await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
				(window as unknown as { shifts: number }).shifts = 0;
			}),
		sum: () => page.evaluate(() => (window as unknown as { shifts: number }).shifts)
	};
}

for (const language of LANGUAGES) {
	test.describe(`in ${language}`, () => {
		test.use({ language, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

		test('the first scene is read and answered, and nothing jumps when the scripts come', async ({
			page,
			quiz
		}) => {
			const opening = page.locator('[data-opening]');
			const shifts = await watchShifts(page);
			const letGo = await holdScripts(page);
			await page.goto(quiz.path, { waitUntil: 'commit' });
			await quiz.expectScene(1);
			const made = await quiz.read(2);
			await quiz.options.nth(2).tap();
			await expect(quiz.options.nth(2)).toBeChecked();
			await expect(opening).toHaveCount(1);
			await shifts.begin();

			letGo();
			await expect(opening).toHaveCount(0);
			await expect(quiz.options.nth(2)).toBeChecked();
			expect(await quiz.read(2)).toEqual(made);
			// What skipping costs is said no more, under the bar.
			expect(await shifts.sum()).toBeLessThan(0.01);
			expect((await savedRun(page)).choices).toMatchObject({
				[made.scene]: { rung: made.rung, position: 2 }
			});
		});
	});
}

test('“Next” goes on as soon as the scripts have come', async ({ page, quiz }) => {
	const letGo = await holdScripts(page);
	await page.goto(quiz.path, { waitUntil: 'commit' });
	await quiz.choose(1);
	await quiz.next.click();
	await quiz.expectScene(1);
	letGo();
	await quiz.expectScene(2);
	await quiz.expectAnswered(1);
});

test('whoever has begun sees no other scene than their own', async ({ page, quiz }) => {
	const run = runWith({ answered: 4 });
	await putOnDevice(page, { [runKey()]: run });
	const shifts = await watchShifts(page);
	const letGo = await holdScripts(page);
	await page.goto(quiz.path, { waitUntil: 'commit' });
	await expect(quiz.stem).toBeAttached();
	await expect(quiz.stem).toBeHidden();
	await shifts.begin();
	letGo();
	await quiz.expectScene(5);
	const scene = sheetFor(FORMS.full, run.seed)[4]?.scene ?? 'thin-post';
	await expect(quiz.stem).toHaveText(scenesIn('en')[scene].stem);
	await expect(quiz.stem).toBeVisible();
	expect(await shifts.sum()).toBeLessThan(0.001);
});

test('an address that names a scene shows no other one before', async ({ page, quiz }) => {
	const letGo = await holdScripts(page);
	await page.goto(`${quiz.path}#3`, { waitUntil: 'commit' });
	await expect(quiz.stem).toBeAttached();
	await expect(quiz.stem).toBeHidden();
	letGo();
	await quiz.expectScene(3);
	await expect(quiz.stem).toBeVisible();
});

test('each request has an order of its own, and the run keeps it', async ({ page, quiz, baseURL }) => {
	const seedIn = async () =>
		/data-seed="(\d+)"/.exec(await (await fetch(`${baseURL}${quiz.path}`)).text())?.[1];
	expect(await seedIn()).not.toBe(await seedIn());
	const letGo = await holdScripts(page);
	await page.goto(quiz.path, { waitUntil: 'commit' });
	const seed = await page.locator('[data-seed]').getAttribute('data-seed');
	letGo();
	await expect(page.locator('[data-opening]')).toHaveCount(0);
	expect((await savedRun(page)).seed).toBe(Number(seed));
});

test.describe('without scripts at all', () => {
	test.use({ javaScriptEnabled: false });

	test('the scene is there to read, with the way to the paper page', async ({ page, quiz }) => {
		await page.goto(quiz.path);
		await expect(quiz.stem).toBeVisible();
		await expect(page.getByRole('link', { name: quiz.say('quiz.noScriptLink') })).toBeVisible();
		await expect(quiz.next).toBeHidden();
	});
});

test('a name typed before the scripts have come is kept', async ({ page, language }) => {
	const path = `/compare/${CODE}/${OTHER_CODE}`;
	const letGo = await holdScripts(page);
	await page.goto(path, { waitUntil: 'commit' });
	await page.getByText(say(language, 'share.compare.names.open')).click();
	const [one, other] = (['one', 'other'] as const).map((who) =>
		page.getByRole('textbox', {
			name: say(language, 'share.compare.names.label', { who: say(language, `share.compare.people.${who}`) })
		})
	);
	await one?.fill('Zephyrine');
	await other?.fill('Mir');
	letGo();
	const table = page.getByRole('table').getByRole('rowheader');
	await expect(table).toHaveText(['Zephyrine', 'Mir']);
	await expect(one as Locator).toHaveValue('Zephyrine');
	await other?.press('End');
	await other?.pressSequentially('ko');
	await other?.press('Tab');
	await expect(table).toHaveText(['Zephyrine', 'Mirko']);
	await page.reload();
	await expect(table).toHaveText(['Zephyrine', 'Mirko']);
});

test('what was typed for a workshop before the scripts have come stays', async ({ page, language }) => {
	const opening = new OpeningPage(page, language);
	const letGo = await holdScripts(page);
	await page.goto('/workshops', { waitUntil: 'commit' });
	await opening.field('title').fill('On Monday');
	await opening.field('smallestGroup').fill('9');
	await opening.rows.check();
	letGo();
	await expect(page.locator('.picker [type=checkbox]')).toHaveCount(20);
	await expect(opening.field('title')).toHaveValue('On Monday');
	await expect(opening.field('smallestGroup')).toHaveValue('9');
	await expect(opening.rows).toBeChecked();
});
