import type { FormId } from '../../src/lib/questions';
import type { Made, QuizPage } from './pages/quiz-page';
import { expect, test } from './support/fixtures';
import { codeOf } from '../support/runs';
import { savedRun } from './support/device';

/** Somebody's taste: another place in the list each time, so that all rungs come up. */
const taste = (n: number) => (n * 7 + 3) % 5;

/** Takes the whole quiz, one way or another; `answer` chooses the option at a position and goes on. */
async function takeAll(quiz: QuizPage, answer: (position: number) => Promise<void>) {
	const made: Made[] = [];
	for (let n = 1; n <= quiz.total; n++) {
		await quiz.expectScene(n);
		made.push(await quiz.read(taste(n)));
		await answer(taste(n));
	}
	return made;
}

/** The address holds what was chosen, and the device holds the same. */
async function expectSaved(quiz: QuizPage, made: readonly Made[], form: FormId = 'full') {
	const run = await savedRun(quiz.page, form);
	expect(Object.fromEntries(Object.entries(run.choices).map(([id, { rung }]) => [id, rung]))).toEqual(
		Object.fromEntries(made.map(({ scene, rung }) => [scene, rung]))
	);
	expect(new URL(quiz.page.url()).pathname).toContain(codeOf(run));
	return run;
}

test('somebody takes the twenty scenes with a mouse and sees what they chose', async ({
	home,
	quiz,
	result
}) => {
	await home.open();
	await home.start('full').click();
	const made = await takeAll(quiz, async (position) => {
		await quiz.choose(position);
		await quiz.next.or(quiz.seeResult).last().click();
	});
	expect(new Set(made.map(({ scene }) => scene)).size).toBe(20);

	await result.expectOpen();
	await expect(result.lead('own')).toBeVisible();
	await result.expectScoreOf(made);
	await result.expectScenes(made);
	await result.expectCharts(2);
	await expectSaved(quiz, made);
});

test('somebody takes it with the keyboard only, and focus follows', async ({ page, home, quiz, result }) => {
	await home.open();
	// Tab from the top of the page to the way in.
	for (
		let i = 0;
		i < 20 && !(await home.start('full').evaluate((link) => link === document.activeElement));
		i++
	) {
		await page.keyboard.press('Tab');
	}
	await expect(home.start('full')).toBeFocused();
	await page.keyboard.press('Enter');
	await quiz.expectListening();

	const keys = page.keyboard;
	const made = await takeAll(quiz, async (position) => {
		// A new scene is read out: focus has gone to its heading.
		if (position !== taste(1) || page.url().includes('#')) await expect(quiz.heading).toBeFocused();
		await keys.press(String(position + 1));
		await expect(quiz.options.nth(position)).toBeChecked();
		await keys.press('Enter');
	});
	await result.expectOpen();
	await result.expectScoreOf(made);
	await result.expectScenes(made);
});

test('arrows, Tab, Space and Backspace do what they do elsewhere', async ({ page, quiz }) => {
	await quiz.open();
	const keys = page.keyboard;

	await test.step('an arrow reaches the options from anywhere, and the next one chooses', async () => {
		await keys.press('ArrowDown');
		await expect(quiz.options.nth(0)).toBeFocused();
		await keys.press('ArrowDown');
		await expect(quiz.options.nth(1)).toBeChecked();
		await expect(quiz.options.nth(1)).toBeFocused();
		await keys.press('ArrowUp');
		await keys.press('ArrowUp');
		await expect(quiz.options.nth(4)).toBeChecked();
	});
	await test.step('Tab leaves the options for the buttons, and Enter presses the one in focus', async () => {
		await keys.press('Tab');
		await expect(quiz.next).toBeFocused();
		await keys.press('Enter');
		await quiz.expectScene(2);
		await expect(quiz.heading).toBeFocused();
	});
	await test.step('Tab goes to the options, Space chooses, Enter goes on from there', async () => {
		await keys.press('Tab');
		await expect(quiz.options.nth(0)).toBeFocused();
		await keys.press('Space');
		await expect(quiz.options.nth(0)).toBeChecked();
		await keys.press('Enter');
		await quiz.expectScene(3);
	});
	await test.step('Enter without a choice says what to do', async () => {
		await keys.press('Enter');
		await expect(quiz.notice('quiz.hint.choose')).toBeVisible();
		await quiz.expectScene(3);
	});
	await test.step('Backspace goes back, and nowhere from the first scene', async () => {
		await keys.press('Backspace');
		await quiz.expectScene(2);
		await expect(quiz.heading).toBeFocused();
		await keys.press('Backspace');
		await quiz.expectScene(1);
		await keys.press('Backspace');
		await quiz.expectScene(1);
		await expect(quiz.options.nth(4)).toBeChecked();
	});
	await test.step('a number typed into a dialog or with Ctrl is not an answer', async () => {
		await keys.press('Control+1');
		await expect(quiz.options.nth(4)).toBeChecked();
		await quiz.startOver.click();
		await keys.press('2');
		await keys.press('Escape');
		await expect(quiz.dialog).toBeHidden();
		await expect(quiz.startOver).toBeFocused();
		await expect(quiz.options.nth(4)).toBeChecked();
	});
});

test.describe('on a phone of 360 pixels', () => {
	test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

	test('somebody takes the ten scenes with a thumb', async ({ page, home, shortQuiz, result }) => {
		await home.open();
		await home.start('short').tap();
		const made = await takeAll(shortQuiz, async (position) => {
			const n = Number(/#(\d+)/.exec(page.url())?.[1] ?? 1);
			await shortQuiz.options.nth(position).tap();
			if (n === shortQuiz.total) await shortQuiz.seeResult.tap();
		});

		await result.expectOpen();
		await result.expectScoreOf(made, 'short');
		await expect(
			page.getByText('The short form is too short to say anything about the four dimensions.')
		).toBeVisible();
		await expect(result.section('result.dimensions.heading')).toHaveCount(0);
		await result.expectCharts(1);
		await result.expectScenes(made);
		await expectSaved(shortQuiz, made, 'short');
	});

	test('what a thumb must hit is large enough', async ({ quiz }) => {
		await quiz.open();
		for (const target of [...(await quiz.question.locator('label').all()), quiz.next, quiz.back, quiz.skip]) {
			const box = await target.boundingBox();
			expect(box?.height).toBeGreaterThanOrEqual(44);
		}
		await quiz.map.click();
		const box = await quiz.mapEntry(1, 'other').boundingBox();
		expect(box?.height).toBeGreaterThanOrEqual(44);
		expect(box?.width).toBeGreaterThanOrEqual(44);
	});
});

test.describe('in Arabic', () => {
	test.use({ language: 'ar' });

	test('somebody takes it from right to left', async ({ page, home, quiz, result }) => {
		await home.open();
		await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
		await home.start('full').click();

		const counts = ['لا إجابة عن أي مشهد بعد', 'إجابة عن مشهد واحد', 'إجابة عن مشهدين', 'إجابة عن 3 مشاهد'];
		counts[11] = 'إجابة عن 11 مشهدا';
		const made = await takeAll(quiz, async (position) => {
			const n = Number(/#(\d+)/.exec(page.url())?.[1] ?? 1);
			const words = counts[n - 1];
			if (words) await expect(page.locator('.progress p')).toHaveText(words);
			await quiz.choose(position);
			await quiz.next.or(quiz.seeResult).last().click();
		});

		await result.expectOpen();
		await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
		await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
		await result.expectScoreOf(made);
		await result.expectScenes(made);
		await result.expectCharts(2);
		await expect(result.figures).toContainText(/\d/);
		expect(await page.locator('article').innerText(), 'one set of digits').not.toMatch(/[٠-٩۰-۹]/);
	});

	test('the page and the string are mirrored', async ({ page, quiz }) => {
		await quiz.open();
		const x = async (selector: string) => (await page.locator(selector).first().boundingBox())?.x ?? 0;
		expect(await x('.peg.start')).toBeGreaterThan(await x('.peg.end'));
		expect(await x('.bead.current')).toBeGreaterThan((await x('.bead >> nth=-1')) + 100);
		const [option, kbd] = [quiz.question.locator('label').first(), quiz.question.locator('kbd').first()];
		const [outer, inner] = [await option.boundingBox(), await kbd.boundingBox()];
		expect(inner?.x).toBeGreaterThan((outer?.x ?? 0) + (outer?.width ?? 0) / 2);
	});
});
