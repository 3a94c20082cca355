import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { CODE, finishedRun, RESULTS_KEY, runKey, runWith } from '../support/runs';
import { putFinishedRun, putOnDevice, savedRun } from './support/device';

/** Where a choice of this quiz still lies: what the page shows, what it keeps, and the entry of the history that it is. */
async function choicesLeft(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const places: Record<string, string> = {
			'history.state': JSON.stringify(history.state),
			sessionStorage: JSON.stringify(sessionStorage)
		};
		try {
			places['localStorage'] = Object.values(localStorage).join();
		} catch {
			// Forbidden in some of the stories.
		}
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys())
				if (!/\.\w+$/.test(new URL(request.url).pathname))
					places[request.url] = (await (await cache.match(request))?.text()) ?? '';
		}
		return Object.entries(places).flatMap(([place, text]) => (text.includes('"rung"') ? [place] : []));
	});
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.localName ?? 'body');

async function forbidStorage(page: Page) {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'localStorage', {
			get: () => {
				throw new DOMException('The operation is insecure.', 'SecurityError');
			}
		});
	});
}

test('“Delete all” leaves no choice in storage, history or caches, nor after reload and Back', async ({
	page,
	shortQuiz,
	result
}) => {
	await putOnDevice(page, { [runKey('short')]: runWith({ form: 'short', answered: 9 }) });
	await shortQuiz.open();
	await shortQuiz.choose(2);
	await page.keyboard.press('Enter');
	await result.expectOpen();
	await expect(result.scenes).toBeVisible();
	expect(await choicesLeft(page), 'state stays out of the history where storage takes it').toEqual([
		'localStorage'
	]);

	await result.deleteAll();
	await expect(result.scenes).toHaveCount(0);
	await expect(result.deletedAll).toBeFocused();
	expect(await choicesLeft(page)).toEqual([]);
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

	await page.reload();
	await expect(result.lead('shared')).toBeVisible();
	await expect(result.button('result.deleteAll.open')).toHaveCount(0);

	await page.goBack();
	await shortQuiz.expectScene(1);
	await shortQuiz.expectAnswered(0);
	expect(await choicesLeft(page)).toEqual([]);
	await page.goForward();
	await expect(result.lead('shared')).toBeVisible();
	expect(await choicesLeft(page)).toEqual([]);
});

test('where storage is forbidden, deleting clears what travelled with the navigation', async ({
	page,
	shortQuiz,
	result
}) => {
	await forbidStorage(page);
	await shortQuiz.open();
	for (let n = 1; n <= 10; n++) {
		await shortQuiz.expectScene(n);
		await shortQuiz.choose(1);
		await page.keyboard.press('Enter');
	}
	await result.expectOpen();
	await expect(result.lead('own')).toBeVisible();
	expect(await choicesLeft(page)).toEqual(['history.state']);

	await result.deleteAll();
	await expect(result.deletedAll).toBeFocused();
	await expect(result.lead('shared')).toBeVisible();
	expect(await choicesLeft(page)).toEqual([]);
	await page.reload();
	await expect(result.lead('shared')).toBeVisible();
});

test('deleting the only result takes the run that it came from along, and undoing brings both back', async ({
	page,
	quiz,
	result
}) => {
	const { run, code } = await putFinishedRun(page);
	await result.open(code);
	await page.getByRole('button', { name: 'Delete the result of' }).click();
	await expect(result.button('result.earlier.undo')).toBeFocused();
	expect(await choicesLeft(page)).toEqual([]);

	await result.button('result.earlier.undo').click();
	await expect(result.scenes).toBeVisible();
	expect(await focused(page)).not.toBe('body');
	expect(await savedRun(page)).toEqual(run);

	await page.getByRole('button', { name: 'Delete the result of' }).click();
	await quiz.open();
	await quiz.expectScene(1);
	await quiz.expectAnswered(0);
});

test('“Delete all” is offered on anybody’s result as long as something lies here', async ({
	page,
	result
}) => {
	await putOnDevice(page, { [runKey()]: runWith({ answered: 3 }) });
	await result.open(CODE);
	await expect(result.earlier).toHaveCount(0);
	await result.deleteAll();
	await expect(result.deletedAll).toBeFocused();
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('“Delete all” in the middle of the quiz begins a run without an answer, says so and keeps focus', async ({
	page,
	quiz
}) => {
	const { result } = finishedRun({ seed: 9 });
	await putOnDevice(page, {
		[runKey()]: runWith({ answered: 3 }),
		[RESULTS_KEY]: { schemaVersion: 1, results: [result] },
		'no-strings:seat:2C4D6F': 'something'
	});
	await quiz.open();
	await quiz.expectScene(4);
	await quiz.button('result.deleteAll.open').click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: quiz.say('result.deleteAll.yes') })
		.click();
	await quiz.expectScene(1);
	await quiz.expectAnswered(0);
	await expect(quiz.notice('quiz.notices.deleted')).toBeVisible();
	await expect(quiz.heading).toBeFocused();
	expect(await choicesLeft(page)).toEqual([]);
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([runKey()]);
});

test('a message that is closed leaves focus where it was', async ({ page, quiz }) => {
	await putOnDevice(page, { [runKey()]: runWith({ answered: 3 }) });
	await quiz.open();
	await page.getByRole('button', { name: quiz.say('quiz.notices.dismiss') }).click();
	await expect(quiz.notice('quiz.notices.resumed')).toHaveCount(0);
	expect(await focused(page)).not.toBe('body');
});

test('two results with one code are told apart: by their time, and by what each shows', async ({
	page,
	result
}) => {
	const morning = finishedRun({ seed: 1 });
	const evening = finishedRun({ seed: 2 });
	evening.result.at = '2026-11-23T19:30:00.000Z';
	const chosen = evening.result.choices['dealer-host'];
	if (chosen) evening.result.choices['dealer-host'] = { ...chosen, rung: chosen.rung === 0 ? 1 : 0 };
	expect(evening.code).toBe(morning.code);
	await putOnDevice(page, {
		[RESULTS_KEY]: { schemaVersion: 1, results: [evening.result, morning.result] }
	});
	await result.open(evening.code);
	const entries = result.earlier.getByRole('listitem');
	const current = result.earlier.locator('[aria-current=page]');
	await expect(current).toHaveCount(1);
	await expect(entries.first().locator('[aria-current=page]')).toHaveCount(1);
	const rung = result.scene('dealer-host').locator('summary .mark').first();
	const inTheEvening = await rung.innerText();
	const names = await page
		.getByRole('button', { name: 'Delete the result of' })
		.evaluateAll((buttons) => buttons.map((button) => button.ariaLabel));
	expect(new Set(names).size).toBe(2);

	await entries.last().getByRole('link').click();
	await expect(entries.last().locator('[aria-current=page]')).toHaveCount(1);
	await expect(current).toHaveCount(1);
	await expect(rung).not.toHaveText(inTheEvening);
});
