import { expect, test } from './support/fixtures';
import { finishedRun, RESULTS_KEY, runKey, runWith } from '../support/runs';
import { onDevice, putFinishedRun, putOnDevice, savedRun } from './support/device';

test.describe('coming and going', () => {
	test('a double click goes one step, wherever its second half falls', async ({ page, quiz }) => {
		// Scenes differ in length, so that what comes under the pointer differs too.
		for (const seed of [1, 2, 3, 4]) {
			await putOnDevice(page, { [runKey()]: runWith({ seed }) });
			await quiz.open();
			await quiz.choose(1);
			await quiz.next.dblclick();
			await quiz.expectScene(2);
			await expect(quiz.question.getByRole('radio', { checked: true })).toHaveCount(0);
			await quiz.skip.dblclick();
			await quiz.expectScene(3);
			const run = await savedRun(page);
			expect(Object.keys(run.choices)).toHaveLength(1);
			expect(run.skipped).toHaveLength(1);
		}
		await quiz.options.nth(2).dblclick();
		await expect(quiz.options.nth(2)).toBeChecked();
	});

	test('a double click on the way to the result files one result', async ({ page, quiz, result }) => {
		await putOnDevice(page, { [runKey()]: runWith({ answered: 20 }) });
		await quiz.open(20);
		await quiz.seeResult.dblclick();
		await result.expectOpen();
		await expect(result.earlier.getByRole('listitem')).toHaveCount(1);
	});

	test('the browser’s back and forward walk through the scenes', async ({ page, quiz }) => {
		await quiz.open();
		for (const n of [1, 2, 3]) {
			await quiz.expectScene(n);
			await quiz.choose(n);
			await quiz.next.click();
		}
		await quiz.expectScene(4);
		await page.goBack();
		await quiz.expectScene(3);
		await expect(quiz.options.nth(3)).toBeChecked();
		await page.goBack();
		await page.goBack();
		await quiz.expectScene(1);
		await page.goForward();
		await quiz.expectScene(2);
		await expect(quiz.options.nth(2)).toBeChecked();
	});

	test('back from the result leads to the last scene, and forward to the result again', async ({
		page,
		quiz,
		result
	}) => {
		await putOnDevice(page, { [runKey()]: runWith({ answered: 20 }) });
		await quiz.open(20);
		await quiz.seeResult.click();
		await result.expectOpen();
		await page.goBack();
		await quiz.expectScene(20);
		await page.goForward();
		await result.expectOpen();
		await result.expectHeadline('Between dealing openly and going by value');
	});

	test('a reload in the middle loses nothing', async ({ page, quiz }) => {
		await quiz.open();
		for (const n of [1, 2]) {
			await quiz.expectScene(n);
			await quiz.choose(n);
			await quiz.next.click();
		}
		await quiz.expectScene(3);
		const stem = await quiz.stem.textContent();
		const made = await quiz.read(0);
		await page.reload();
		await quiz.expectScene(3);
		await expect(quiz.stem).toHaveText(stem ?? '');
		expect(await quiz.read(0), 'options in the same order').toEqual(made);
		await quiz.expectAnswered(2);
	});

	test('somebody who leaves and returns is welcomed back to the place', async ({ quiz, home }) => {
		await quiz.open();
		await quiz.choose(0);
		await quiz.next.click();
		await quiz.choose(4);
		await quiz.next.click();
		await quiz.expectScene(3);
		await quiz.leave.click();
		await expect(home.start('full')).toBeVisible();

		await home.start('full').click();
		await quiz.expectScene(3);
		await expect(quiz.notice('quiz.notices.resumed')).toBeVisible();
		await quiz.button('quiz.notices.dismiss').click();
		await expect(quiz.notice('quiz.notices.resumed')).toHaveCount(0);
		await quiz.expectAnswered(2);
	});

	test('two tabs add up to one run', async ({ context, page, quiz }) => {
		await quiz.open();
		await quiz.choose(1);
		const other = await context.newPage();
		const { QuizPage } = await import('./pages/quiz-page');
		const second = new QuizPage(other, 'en', 'full');
		await second.open(2);
		await second.choose(2);

		await expect(quiz.notice('quiz.notices.otherTab')).toBeVisible();
		await quiz.expectScene(1);
		await quiz.expectAnswered(2);
		await quiz.open(3);
		await quiz.choose(3);
		await second.expectAnswered(3);
		await second.expectScene(2);
		expect(Object.keys((await savedRun(page)).choices)).toHaveLength(3);
	});

	test('a finished quiz opens as finished, and can be looked at again', async ({ page, quiz, result }) => {
		const { code } = await putFinishedRun(page);
		await quiz.open();
		await expect(quiz.heading).toHaveText('You have finished this one');
		await expect(page.getByText('Your result from November 23, 2026 is on this device.')).toBeVisible();
		await page.getByRole('button', { name: 'Look at my answers again' }).click();
		await quiz.expectScene(1);
		await expect(quiz.heading).toBeFocused();
		await expect(quiz.question.getByRole('radio', { checked: true })).toHaveCount(1);

		await page.goBack();
		await expect(quiz.heading).toHaveText('You have finished this one');
		await page.getByRole('link', { name: 'See my result' }).or(quiz.seeResult).click();
		await result.expectOpen();
		expect(page.url()).toContain(code);
	});

	test('starting over after finishing keeps the result', async ({ page, quiz, result }) => {
		const { code } = await putFinishedRun(page);
		await quiz.open();
		await quiz.confirmStartOver();
		await quiz.expectScene(1);
		await quiz.expectAnswered(0);
		await quiz.choose(0);
		await result.open(code);
		await expect(result.scenes).toBeVisible();
		expect(JSON.parse((await onDevice(page, RESULTS_KEY)) ?? '')).toMatchObject({
			results: [finishedRun().result]
		});
	});

	test('both forms are kept apart', async ({ page, quiz, shortQuiz }) => {
		await quiz.open();
		await quiz.choose(0);
		await shortQuiz.open();
		await shortQuiz.expectAnswered(0);
		await shortQuiz.choose(1);
		await shortQuiz.next.click();
		await shortQuiz.choose(1);
		expect(Object.keys((await savedRun(page, 'full')).choices)).toHaveLength(1);
		expect(Object.keys((await savedRun(page, 'short')).choices)).toHaveLength(2);
	});
});
