import type { Page } from '@playwright/test';
import { expect, NO_NETWORK, test } from './support/fixtures';
import { CODE, finishedRun, OTHER_CODE, RESULTS_KEY, runKey, runWith } from '../support/runs';
import { onDevice, putFinishedRun, putOnDevice } from './support/device';
import { debriefsIn, scenesIn } from '../support/words';

test.describe('whose result it is', () => {
	test('somebody who got a link sees the shared layer and nothing private', async ({ page, result }) => {
		await result.open(CODE);
		await expect(result.lead('shared')).toBeVisible();
		await result.expectHeadline('Between dealing openly and going by value');
		await expect(result.figures).toContainText('65 of 100');
		await expect(page.getByText('the average would probably lie between 57 and 73.')).toBeVisible();
		await result.expectCharts(2);
		await expect(result.why).toHaveCount(0);
		await expect(result.scenes).toHaveCount(0);
		await expect(result.earlier).toHaveCount(0);
		await expect(page.getByRole('link', { name: 'Take the twenty scenes' })).toHaveAttribute(
			'href',
			'/quiz/full'
		);
		await expect(page.getByRole('link', { name: 'Take the ten' })).toHaveAttribute('href', '/quiz/short');
		expect(await page.evaluate(() => localStorage.length), 'looking leaves no trace').toBe(0);
	});

	test('the person who took it sees why, every scene and the debriefs', async ({ page, result }) => {
		const { run, code } = await putFinishedRun(page);
		await result.open(code);
		await expect(result.lead('own')).toBeVisible();
		await expect(result.why.getByRole('heading', { level: 3 })).toHaveCount(4);
		// Two nearest to the average in each dimension, and the one that pulled furthest the other way.
		await expect(result.why.getByRole('listitem')).toHaveCount(12);
		await expect(page.getByRole('link', { name: 'Take the twenty scenes' })).toHaveCount(0);

		await test.step('each scene opens on stem, choice, debrief and the other options', async () => {
			const words = scenesIn('en')['dealer-host'];
			const debrief = debriefsIn('en')['dealer-host'];
			const rung = run.choices['dealer-host']?.rung ?? 0;
			const scene = result.scene('dealer-host');
			await scene.locator('summary').first().click();
			await expect(scene.getByText(words.stem)).toBeVisible();
			await expect(scene.getByText(words.options[rung])).toBeVisible();
			for (const text of Object.values(debrief.rungs[rung]))
				await expect(scene.getByText(text)).toBeVisible();
			await expect(scene.getByText(debrief.question)).toBeVisible();
			await expect(scene.getByText(debrief.followUp ?? '')).toBeVisible();
			await scene.getByText('From the other chair').click();
			await expect(scene.getByText(debrief.otherSide ?? '')).toBeVisible();
			await scene.getByText('The other four options').click();
			for (const option of words.options) await expect(scene.getByText(option)).toBeVisible();
		});
	});

	test('the short form says nothing about dimensions', async ({ page, result }) => {
		const { code } = await putFinishedRun(page, { form: 'short' });
		await result.open(code);
		await expect(result.figures).toContainText('10 of 10 scenes answered');
		await expect(result.why).toHaveCount(0);
		await expect(result.scenes.locator('.title')).toHaveCount(10);
		await result.expectCharts(1);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the result is there in words, and no gap where the drawings would be', async ({ page, result }) => {
		await result.open(CODE);
		await result.expectHeadline('Between dealing openly and going by value');
		await expect(result.figures).toContainText('65 of 100');
		await expect(
			page.getByText('The bead hangs at 65; the frayed part reaches from 57 to 73.')
		).toBeAttached();
		await expect(page.getByRole('table').getByRole('row')).toHaveCount(5);
		await expect(page.getByText('This zone stands for', { exact: false }).first()).toBeVisible();
		for (const drawing of await page.locator('.drawing').all()) await expect(drawing).toBeHidden();
		await expect(result.canvases.first()).toBeHidden();
	});

	test('the quiz says what it needs and where the same is to be had without', async ({ page }) => {
		await page.goto('/es/quiz/full');
		await expect(page.locator('noscript p').first()).toContainText('JavaScript');
		await expect(page.locator('noscript a')).toHaveAttribute('href', '/es/paper');
		await expect(page.locator('noscript a')).toBeVisible();
		await expect(page.locator('.script-only')).toBeHidden();
	});
});

/** What the browser counts as jumping, all together; waits until the page has been quiet. */
async function layoutShift(page: Page) {
	return page.evaluate(async () => {
		await document.fonts.ready;
		let sum = 0;
		const observer = new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += entry.value;
		});
		observer.observe({ type: 'layout-shift', buffered: true });
		for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
		sum += (observer.takeRecords() as (PerformanceEntry & { value: number })[]).reduce(
			(all, { value }) => all + value,
			0
		);
		observer.disconnect();
		return sum;
	});
}

test.describe('nothing jumps', () => {
	// A late font sets its lines anew: the price of "font-display: swap", left out here to see everything else.
	test.use({ expectedErrors: NO_NETWORK });
	test.beforeEach(({ page }) => page.route('**/*.woff2', (route) => route.abort()));

	for (const [what, viewport] of [
		['on a phone', { width: 360, height: 740 }],
		['on a desk', { width: 1440, height: 900 }]
	] as const) {
		test(`${what}, when a result opens, one’s own or another’s`, async ({ page, result }) => {
			await page.setViewportSize(viewport);
			await result.open(CODE);
			await result.expectCharts(2);
			expect(await layoutShift(page), 'shared').toBeLessThan(0.01);

			const { code } = await putFinishedRun(page);
			await result.open(code);
			await result.expectCharts(2);
			await expect(result.scenes).toBeVisible();
			expect(await layoutShift(page), 'own').toBeLessThan(0.01);
		});

		test(`${what}, when the quiz opens`, async ({ page, quiz }) => {
			await page.setViewportSize(viewport);
			await putOnDevice(page, { [runKey()]: runWith({ answered: 4 }) });
			await quiz.open();
			await quiz.expectScene(5);
			expect(await layoutShift(page)).toBeLessThan(0.01);
		});
	}
});

test.describe('earlier results on this device', () => {
	const [first, second] = [
		finishedRun({ seed: 1 }, '2026-10-01'),
		finishedRun({ seed: 2, answered: 18 }, '2026-11-02')
	];
	const both = {
		[RESULTS_KEY]: { schemaVersion: 1, results: [second.result, first.result] },
		[runKey()]: second.run
	};

	test('they are listed, compared, deleted and brought back', async ({ page, result }) => {
		await putOnDevice(page, both);
		await result.open(second.code);
		const entries = result.earlier.getByRole('listitem');
		await expect(entries).toHaveCount(2);
		await expect(entries.first()).toContainText('November 2, 2026, twenty scenes');
		await expect(entries.first()).toContainText('this one');
		await expect(entries.last()).toContainText(
			'October 1, 2026, twenty scenes: 65; the average over very many such scenes probably between 57 and 73'
		);
		await expect(entries.last()).toContainText('is smaller than two such ranges allow us to call a change');

		await page.getByRole('button', { name: 'Delete the result of October 1, 2026' }).click();
		await expect(entries).toHaveCount(1);
		await expect(result.earlier.getByRole('status')).toContainText('Deleted.');
		await result.button('result.earlier.undo').click();
		await expect(entries).toHaveCount(2);
		await expect(entries.last()).toContainText('October 1, 2026');

		await page.getByRole('button', { name: 'Delete the result of October 1, 2026' }).click();
		await page.reload();
		await expect(entries).toHaveCount(1);
		await expect(result.button('result.earlier.undo')).toHaveCount(0);

		await test.step('the one on the screen loses its private layers, and gets them back', async () => {
			await page.getByRole('button', { name: 'Delete the result of November 2, 2026' }).click();
			await expect(result.scenes).toHaveCount(0);
			await result.button('result.earlier.undo').click();
			await expect(result.scenes).toBeVisible();
		});
	});

	test('everything on the device is deleted, after a question', async ({ page, quiz, result }) => {
		await putOnDevice(page, { ...both, [`${runKey('short')}:set-aside`]: 'old', 'somebody-else': 'stays' });
		await result.open(second.code);
		await result.button('result.deleteAll.open').click();
		const dialog = page.getByRole('dialog', { name: 'Delete everything here?' });
		await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(result.earlier.getByRole('listitem')).toHaveCount(2);

		await result.button('result.deleteAll.open').click();
		await dialog.getByRole('button', { name: 'Delete everything' }).click();
		await expect(result.scenes).toHaveCount(0);
		await expect(result.heading).toBeVisible();
		expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['somebody-else']);

		await page.reload();
		await expect(result.lead('shared')).toBeVisible();
		await quiz.open();
		await quiz.expectScene(1);
		await quiz.expectAnswered(0);
	});

	test('what one tab deletes is gone in the other', async ({ context, page, result }) => {
		await putOnDevice(page, both);
		await result.open(first.code);
		await expect(result.earlier.getByRole('listitem')).toHaveCount(2);
		const other = await context.newPage();
		await other.goto(`/result/${second.code}`);
		await other.getByRole('button', { name: 'Delete the result of October 1, 2026' }).click();
		await expect(result.earlier.getByRole('listitem')).toHaveCount(1);
		await expect(result.scenes).toHaveCount(0);
	});

	test('somebody else’s result is set beside one’s own', async ({ page, result }) => {
		await putOnDevice(page, both);
		await result.open(OTHER_CODE);
		await expect(result.lead('shared')).toBeVisible();
		await result.expectCharts(2);
		await expect(result.figures.getByText(result.say('result.legend.mine'), { exact: true })).toBeVisible();
		expect(await onDevice(page, RESULTS_KEY), 'looking changes nothing').toBe(
			JSON.stringify(both[RESULTS_KEY])
		);
	});
});

test('on paper there is the result and no furniture', async ({ page, result }, info) => {
	const { code } = await putFinishedRun(page);
	await result.open(code);
	await result.expectCharts(2);
	await expect(result.scenes).toBeVisible();
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	for (const furniture of ['button', 'input', 'select', 'nav', 'dialog', '.skip', 'footer'])
		for (const piece of await page.locator(furniture).all()) await expect(piece).toBeHidden();
	await expect(page.getByText('Change my answer').first()).toBeHidden();
	await expect(result.figures).toContainText('65 of 100');
	const colours = await page.evaluate(() => {
		const { color, backgroundColor } = getComputedStyle(document.documentElement);
		return { color, backgroundColor };
	});
	expect(colours.backgroundColor, 'no ink is spent on a background').toBe('rgba(0, 0, 0, 0)');
	expect(Number(/\d+/.exec(colours.color)?.[0]), 'dark ink, also from a dark screen').toBeLessThan(80);
	await info.attach('print.png', {
		body: await page.screenshot({ fullPage: true }),
		contentType: 'image/png'
	});
});
