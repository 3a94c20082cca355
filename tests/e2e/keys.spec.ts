import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { test as live } from './support/workshop';

/** A key of a keyboard that this machine does not have. */
async function press(page: Page, key: string, code: string) {
	await page.evaluate(
		(init) => document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true })),
		{ key, code }
	);
}

test('options are chosen with Arabic-Indic digits and on the digit row of a French keyboard', async ({
	page,
	quiz
}) => {
	await quiz.open();
	await press(page, '٣', 'Digit3');
	await expect(quiz.options.nth(2)).toBeChecked();
	await press(page, '&', 'Digit1');
	await expect(quiz.options.nth(0)).toBeChecked();
});

live('the screen hears its keys under Caps Lock and on an Arabic keyboard', async ({ hall }) => {
	const workshop = await hall.open({ scenes: ['thin-post'] });
	const { page } = await workshop.screen();
	const theme = page.locator('html');
	await expect(theme).toHaveAttribute('data-theme', 'light');
	await press(page, 'D', 'KeyD');
	await expect(theme).toHaveAttribute('data-theme', 'dark');
	await press(page, 'ي', 'KeyD');
	await expect(theme).toHaveAttribute('data-theme', 'light');
	await press(page, 'F', 'KeyF');
	await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName ?? null)).toBe('html');
});
