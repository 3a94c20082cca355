import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { putFinishedRun, putOnDevice } from './support/device';
import { finishedRun, OTHER_CODE, RESULTS_KEY, runKey, runWith } from '../support/runs';
import { debriefsIn, scenesIn } from '../support/words';

const GUESS_KEY = 'no-strings:guess';

test.describe('a guess', () => {
	const { code, run, result: saved } = finishedRun();
	const values = {
		[GUESS_KEY]: { schemaVersion: 1, value: 80 },
		[RESULTS_KEY]: { schemaVersion: 1, results: [saved] },
		[runKey()]: run
	};

	test('stands beside one’s own result until everything is deleted', async ({ page, result }) => {
		await putOnDevice(page, values);
		await result.open(code);
		const sentence = page.getByText('You guessed 80; your answers average 65.');
		await expect(sentence).toBeVisible();
		await expect(result.figures.getByText('your guess', { exact: true })).toBeVisible();
		await result.deleteAll();
		await expect(sentence).toHaveCount(0);
		expect(await page.evaluate((key) => localStorage.getItem(key), GUESS_KEY)).toBeNull();
	});

	test('is not said on somebody else’s', async ({ page, result }) => {
		await putOnDevice(page, values);
		await result.open(OTHER_CODE);
		await expect(result.both).toBeVisible();
		await expect(page.getByText('You guessed', { exact: false })).toHaveCount(0);
	});
});

/** Notes every picture that the string shows, from the moment when there is one. */
async function watchTheString(page: Page) {
	await page.addInitScript(() => {
		const seen = new Set<string>();
		Object.assign(window, { seen });
		const look = () => {
			const canvas = document.querySelector<HTMLCanvasElement>('article > header canvas');
			if (canvas?.width) seen.add(canvas.toDataURL());
			requestAnimationFrame(look);
		};
		look();
	});
	return () => page.evaluate(() => (window as unknown as { seen: Set<string> }).seen.size);
}

/** Blank, drawn, and drawn again when a font arrives. */
const STILL = 4;

test.describe('the reveal', () => {
	for (const reducedMotion of ['no-preference', 'reduce'] as const) {
		test.describe(`with motion: ${reducedMotion}`, () => {
			test.use({ contextOptions: { reducedMotion } });

			test('is on the way from the quiz, never later, and only for those who like motion', async ({
				page,
				quiz,
				result
			}) => {
				const pictures = await watchTheString(page);
				await putOnDevice(page, { [runKey()]: runWith({ answered: 20 }) });
				await quiz.open(20);
				await quiz.seeResult.click();
				await expect(result.lead('own')).toBeVisible();
				await expect(result.figures).toContainText('65 of 100');
				if (reducedMotion === 'reduce') {
					await result.expectCharts(2);
					expect(await pictures()).toBeLessThanOrEqual(STILL);
				} else await expect.poll(pictures).toBeGreaterThan(STILL);

				await page.reload();
				await result.expectCharts(2);
				expect(await pictures()).toBeLessThanOrEqual(STILL);
			});
		});
	}
});

test('the tab shows the knot of the zone, and other pages the icon of all', async ({
	page,
	result,
	home
}) => {
	const icons = () =>
		page
			.locator('link[rel="icon"]')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
	const { code } = await putFinishedRun(page);
	await result.open(code);
	const [last = ''] = (await icons()).slice(-1);
	expect(decodeURIComponent(last)).toMatch(/^data:image\/svg\+xml,<svg /);
	await result.open(OTHER_CODE);
	expect((await icons()).at(-1)).not.toBe(last);
	await home.open();
	expect((await icons()).filter((href) => href.startsWith('data:'))).toEqual([]);
});

test('printing opens every scene, and says what this is, of when, and where it lies', async ({
	page,
	result
}) => {
	const { run, code } = await putFinishedRun(page);
	await result.open(code);
	await expect(result.scenes).toBeVisible();
	const [id] = Object.keys(run.choices) as (keyof typeof run.choices)[];
	if (!id) throw new Error('nothing was chosen');
	const [scene, debrief, rung] = [scenesIn('en')[id], debriefsIn('en')[id], run.choices[id]?.rung ?? 0];
	const last = [scene.stem, scene.options[rung], debrief.rungs[rung].gives, debrief.question];

	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
	await page.emulateMedia({ media: 'print' });
	for (const text of last) await expect(result.scene(id).getByText(text)).toBeVisible();
	await expect(page.locator('.imprint')).toContainText('No Strings');
	await expect(page.locator('.imprint')).toContainText('November 23, 2026');
	await expect(page.locator('.imprint')).toContainText(`/result/${code}`);
	await expect(page.getByRole('table')).toContainText('38 and 92');

	await page.emulateMedia({ media: 'screen' });
	await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
	for (const text of last) await expect(result.scene(id).getByText(text)).toBeHidden();
	await expect(page.locator('.imprint')).toBeHidden();
});
