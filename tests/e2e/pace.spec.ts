import { runKey, runWith } from '../support/runs';
import { putOnDevice, savedRun } from './support/device';
import { expect, test } from './support/fixtures';

// After a choice by touch the next scene comes by itself.
test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test('a touch goes on by itself, which is said before, and Back undoes it', async ({ page, quiz }) => {
	await quiz.open();
	await expect(page.locator('legend')).toContainText(quiz.say('quiz.pace.note'));
	const made = await quiz.read(3);
	await quiz.options.nth(3).tap();
	await quiz.expectScene(2);
	await expect(quiz.heading).toBeFocused();
	await quiz.back.tap();
	await quiz.expectScene(1);
	await expect(quiz.options.nth(3)).toBeChecked();
	expect((await savedRun(page)).choices).toMatchObject({ [made.scene]: { rung: made.rung } });

	const other = await quiz.read(1);
	await quiz.options.nth(1).tap();
	await quiz.next.tap();
	await quiz.expectScene(2);
	expect((await savedRun(page)).choices).toMatchObject({ [made.scene]: { rung: other.rung, position: 1 } });
});

test('the last scene waits for “See my result”', async ({ page, quiz, result }) => {
	await putOnDevice(page, { [runKey()]: runWith({ answered: 19 }) });
	await quiz.open();
	await quiz.options.nth(0).tap();
	await quiz.seeResult.tap();
	await result.expectOpen();
});

test('it can be told not to, and remembers', async ({ page, quiz }) => {
	await quiz.open();
	const pace = page.getByRole('checkbox', { name: quiz.say('quiz.pace.switch') });
	await expect(pace).toBeChecked();
	expect((await page.locator('label.pace').boundingBox())?.height).toBeGreaterThanOrEqual(44);
	await pace.tap();
	await page.reload();
	await quiz.open();
	await expect(pace).not.toBeChecked();
	await expect(page.getByText(quiz.say('quiz.pace.note'))).toBeHidden();
	await quiz.options.nth(0).tap();
	await quiz.expectAnswered(1);
	await quiz.next.tap();
	await quiz.expectScene(2);
	await expect(quiz.options.nth(0)).not.toBeChecked();
});

test.describe('where motion is reduced', () => {
	test.use({ contextOptions: { reducedMotion: 'reduce' } });

	test('nothing goes on by itself until it is asked to', async ({ page, quiz }) => {
		await quiz.open();
		const pace = page.getByRole('checkbox', { name: quiz.say('quiz.pace.switch') });
		await expect(pace).not.toBeChecked();
		await pace.tap();
		await quiz.options.nth(0).tap();
		await quiz.expectScene(2);
	});
});
