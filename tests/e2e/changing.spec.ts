import { expect, test } from './support/fixtures';
import { codeOf, runKey, runWith } from '../support/runs';
import { putFinishedRun, putOnDevice, savedRun } from './support/device';

test.describe('changing one’s mind', () => {
	test('an earlier answer is changed and the later ones stay', async ({ page, quiz }) => {
		await putOnDevice(page, { [runKey()]: runWith({ answered: 6 }) });
		await quiz.open(2);
		const before = await savedRun(page);
		const position = await quiz.options.evaluateAll((options) =>
			options.findIndex((option) => !(option as HTMLInputElement).checked)
		);
		const changed = await quiz.read(position);
		await quiz.choose(position);
		await quiz.next.click();
		await quiz.expectScene(3);
		await expect(quiz.question.getByRole('radio', { checked: true })).toHaveCount(1);

		const after = await savedRun(page);
		const old = before.choices[changed.scene];
		expect(after.choices).toEqual({
			...before.choices,
			[changed.scene]: { rung: changed.rung, position, milliseconds: old?.milliseconds }
		});
	});

	test('from the map of all scenes one goes anywhere', async ({ page, quiz }) => {
		await putOnDevice(page, { [runKey()]: runWith({ answered: 3, skipped: 1 }) });
		await quiz.open();
		await quiz.map.click();
		await expect(page.getByText('3 scenes answered')).toBeVisible();
		await expect(quiz.mapEntry(4, 'skipped')).toBeVisible();
		await expect(quiz.mapEntry(5, 'other')).toHaveAttribute('aria-current', 'step');
		await quiz.mapEntry(2, 'answered').click();
		await quiz.expectScene(2);
		await expect(quiz.mapEntry(2, 'answered')).toBeHidden();
	});

	test('a result follows a changed answer', async ({ page, quiz, result }) => {
		const { code } = await putFinishedRun(page);
		await result.open(code);
		const first = result.scenes.getByRole('listitem').first();
		await first.locator('summary').first().click();
		await first.getByRole('link', { name: 'Change my answer' }).click();
		await quiz.expectScene(1);
		const position = await quiz.options.evaluateAll((options) =>
			options.findIndex((option) => !(option as HTMLInputElement).checked)
		);
		await quiz.choose(position);

		await test.step('also for somebody who leaves and comes back later', async () => {
			await quiz.leave.click();
			await quiz.open();
			await expect(quiz.heading).toHaveText('You have finished this one');
			await page.getByRole('link', { name: 'See my result' }).or(quiz.seeResult).click();
		});
		await result.expectOpen();
		const run = await savedRun(page);
		await expect(page).toHaveURL(new RegExp(`/result/${codeOf(run)}$`));
		expect(codeOf(run)).not.toBe(code);
		await expect(result.scenes).toBeVisible();
		await expect(result.earlier.getByRole('listitem')).toHaveCount(1);
	});
});

test.describe('skipping', () => {
	test('skipping says what it costs, each time a little more', async ({ page, quiz }) => {
		await quiz.open();
		await expect(quiz.skip).toHaveAccessibleDescription(
			'Skipping costs precision. You can skip 4 more scenes and still get a score.'
		);
		for (const n of [1, 2, 3]) {
			await quiz.expectScene(n);
			await quiz.skip.click();
		}
		await quiz.expectScene(4);
		await expect(quiz.skipCost).toHaveText(
			'Skipping costs precision. You can skip 1 more scene and still get a score.'
		);
		await quiz.skip.click();
		await quiz.expectScene(5);
		await expect(quiz.skipCost).toHaveText('Skipping this one leaves too few answers for a score.');

		await test.step('a skipped scene can be answered after all', async () => {
			await quiz.back.click();
			await quiz.expectScene(4);
			await expect(quiz.notice('quiz.skipping.skipped')).toBeVisible();
			await quiz.choose(1);
			await expect(quiz.notice('quiz.skipping.skipped')).toBeHidden();
			expect((await savedRun(page)).skipped).toHaveLength(3);
		});
	});

	test('with too few answers the last page says how many more, and leads to them', async ({
		page,
		quiz,
		result
	}) => {
		await putOnDevice(page, { [runKey()]: runWith({ answered: 14, skipped: 6, at: 19 }) });
		await quiz.open();
		await quiz.expectScene(20);
		await quiz.next.click();
		await expect(quiz.heading).toHaveText('Almost there');
		await expect(quiz.heading).toBeFocused();
		await expect(page.getByText('2 more answers are needed for a score.')).toBeVisible();
		await expect(quiz.seeResult).toHaveCount(0);
		const open = page.locator('main').getByRole('listitem').getByRole('link');
		await expect(open).toHaveCount(6);

		await open.filter({ hasText: 'Scene 15 of 20' }).click();
		await quiz.expectScene(15);
		await quiz.choose(0);
		await quiz.open('end');
		await expect(page.getByText('One more answer is needed for a score.')).toBeVisible();
		await open.filter({ hasText: 'Scene 16 of 20' }).click();
		await quiz.choose(2);
		await quiz.open('end');
		await expect(quiz.heading).toHaveText('That was the last scene');
		await expect(page.getByText('4 scenes have no answer.')).toBeVisible();
		await quiz.seeResult.click();

		await result.expectOpen();
		await expect(result.figures).toContainText('16 of 20 scenes answered');
		await expect(result.scenes.getByText('You skipped this one')).toHaveCount(4);
	});

	test('a result with open scenes says where a dimension has too few answers', async ({ page, result }) => {
		const { code } = await putFinishedRun(page, { answered: 16, skipped: 4, seed: 3 });
		await result.open(code);
		const table = page.getByRole('table');
		await expect(table.getByText('too few answers').first()).toBeVisible();
		await result.expectCharts(2);
	});
});

test.describe('starting over', () => {
	test('it asks first, can be refused, and can be taken back', async ({ page, quiz }) => {
		const run = runWith({ answered: 5 });
		await putOnDevice(page, { [runKey()]: run });
		await quiz.open();

		await quiz.startOver.click();
		await expect(quiz.dialog).toContainText('Your 5 answers will be put away');
		await expect(page.getByRole('button', { name: 'Keep my answers' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(quiz.dialog).toBeHidden();
		expect(await savedRun(page)).toEqual(run);

		await quiz.confirmStartOver();
		await quiz.expectScene(1);
		await quiz.expectAnswered(0);
		await expect(quiz.startOver).toHaveCount(0);
		expect((await savedRun(page)).seed).not.toBe(run.seed);

		await quiz.undo.click();
		await quiz.expectAnswered(5);
		await expect(quiz.undo).toHaveCount(0);
		expect((await savedRun(page)).choices).toEqual(run.choices);
	});

	test('it can be taken back after a reload, but not after the first new answer', async ({ page, quiz }) => {
		const run = runWith({ answered: 5 });
		await putOnDevice(page, { [runKey()]: run });
		await quiz.open();
		await quiz.confirmStartOver();
		await quiz.expectAnswered(0);

		await page.reload();
		await quiz.undo.click();
		await quiz.expectAnswered(5);

		await quiz.confirmStartOver();
		await quiz.expectAnswered(0);
		await quiz.choose(3);
		await expect(quiz.undo).toHaveCount(0);
		await page.reload();
		await quiz.expectAnswered(1);
		await expect(quiz.undo).toHaveCount(0);
	});
});
