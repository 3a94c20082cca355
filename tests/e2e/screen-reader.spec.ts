import { FORMS, sheetFor } from '../../src/lib/questions';
import { expect, test } from './support/fixtures';
import { runKey, runWith } from '../support/runs';
import { putFinishedRun, putOnDevice } from './support/device';
import { say, scenesIn } from '../support/words';

// What a screen reader is given, as an outline of roles, names and states.

for (const language of ['en', 'ar'] as const) {
	test.describe(`in ${language}`, () => {
		test.use({ language });

		test('a scene is a heading, a story, a question and five answers', async ({ page, quiz }) => {
			const run = runWith({ answered: 6 });
			await putOnDevice(page, { [runKey()]: run });
			await quiz.open();
			const shown = sheetFor(FORMS.full, run.seed)[6];
			if (!shown) throw new Error('no seventh scene');
			const words = scenesIn(language)[shown.scene];
			const radio = (rung: 0 | 1 | 2 | 3 | 4) => `  - radio ${JSON.stringify(words.options[rung])}`;
			await expect(page.locator('.walk')).toMatchAriaSnapshot(
				[
					`- heading ${JSON.stringify(say(language, 'quiz.progress.label', { n: 7, total: 20 }))} [level=1]`,
					`- paragraph: ${JSON.stringify(words.stem)}`,
					`- group ${JSON.stringify(say(language, 'quiz.question'))}:`,
					...shown.rungs.map(radio),
					'- status',
					`- button ${JSON.stringify(say(language, 'quiz.actions.back'))}`,
					`- button ${JSON.stringify(say(language, 'quiz.actions.skip'))}`,
					`- button ${JSON.stringify(say(language, 'quiz.actions.next'))}`
				].join('\n')
			);
			await expect(quiz.heading).toHaveAccessibleDescription(words.stem);
		});
	});
}

test('progress is a list of scenes with their states', async ({ page, quiz }) => {
	await putOnDevice(page, { [runKey('full')]: runWith({ answered: 2, skipped: 1 }) });
	await quiz.open();
	await quiz.map.click();
	await expect(page.locator('.progress')).toMatchAriaSnapshot(
		`
		- group:
			- text: "All scenes: 4 of 20"
			- paragraph: 2 scenes answered
			- list:
				- listitem:
					- 'button "Scene 1: answered"'
				- listitem:
					- 'button "Scene 2: answered"'
				- listitem:
					- 'button "Scene 3: skipped"'
				- listitem:
					- 'button "Scene 4: not answered yet"'
	`.replaceAll('\t', '  ')
	);
	await expect(quiz.mapEntry(4, 'other')).toHaveAttribute('aria-current', 'step');
});

test('what happens is said, not only shown', async ({ page, quiz }) => {
	await quiz.open();
	await quiz.next.click();
	await expect(
		page.getByRole('status').filter({ hasText: 'Choose an option, or skip this scene.' })
	).toHaveCount(1);
	await expect(quiz.skip).toHaveAccessibleDescription(/Skipping costs precision/);
	await quiz.choose(0);
	await expect(quiz.question.getByRole('radio', { checked: true })).toHaveCount(1);
	await quiz.next.click();
	await expect(quiz.heading).toBeFocused();
	await expect(quiz.heading).toHaveAccessibleName('Scene 2 of 20');
});

test('the result is read from the headline down, with a table in place of the drawing', async ({
	page,
	result
}) => {
	const { code } = await putFinishedRun(page);
	await result.open(code);
	await expect(result.scenes).toBeVisible();
	await expect(page.locator('article')).toMatchAriaSnapshot(
		`
		- article:
			- heading /Between dealing.openly and.going by.value/ [level=1]
			- paragraph: /What decides. anything from a deal said aloud to the value found\\./
			- figure:
				- paragraph: The string from Favour-hunting, 0, to Value-driven sharing, 100. The bead hangs at 65; the frayed part reaches from 57 to 73.
			- paragraph:
				- strong: 65 of 100
				- text: your average
			- button "Show it"
			- paragraph: /20 of 20 scenes answered\\. .*between 57 and 73/
			- heading /What “going by.value” gives and costs/ [level=2]
			- heading "What you chose" [level=2]
			- heading "Four questions, five scenes each" [level=2]
			- figure:
				- table "The four dimensions in numbers":
					- rowgroup:
						- row "Dimension Score Average probably between":
							- columnheader "Dimension"
							- columnheader "Score"
							- columnheader "Average probably between"
					- rowgroup:
						- row /Filter .* 65 38 and 92/:
							- rowheader /Filter/
							- cell "65"
							- cell "38 and 92"
						- row /Strings .* 65 52 and 78/
						- row /Pull .* 65 38 and 92/
						- row /Candour .* 65 52 and 78/
			- heading /Why/ [level=2]
			- heading "Every scene, and what you chose" [level=2]
	`.replaceAll('\t', '  ')
	);
	expect(await page.locator('article').ariaSnapshot(), 'drawings are silent').not.toContain('canvas');
});

test('headings go down one step at a time on every page', async ({ page, result, home }) => {
	const { code } = await putFinishedRun(page);
	for (const open of [() => home.open(), () => result.open(code)]) {
		await open();
		await page.waitForLoadState('networkidle');
		const levels = await page
			.getByRole('heading')
			.evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))));
		expect(levels[0]).toBe(1);
		levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
	}
});
