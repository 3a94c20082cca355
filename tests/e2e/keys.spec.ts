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

live('a key enlarges the code in the corner for latecomers, and makes it small again', async ({ hall }) => {
	const workshop = await hall.open({ scenes: ['thin-post'] });
	const screen = await workshop.screen();
	const { page } = screen;
	const large = page.getByRole('button', { name: screen.say('group.controls.largeCode') });
	await screen.expectHere(0);
	await expect(large, 'a lobby’s is large as it is').toHaveCount(0);
	await (await workshop.host()).press('start');
	await expect(large).toBeVisible();
	const width = async () => (await page.locator('.qr svg').boundingBox())?.width ?? 0;
	const small = await width();
	const { height } = page.viewportSize() ?? { height: 0 };
	await press(page, 'q', 'KeyQ');
	await expect(page.getByRole('button', { name: screen.say('group.controls.smallCode') })).toBeVisible();
	expect(await width()).toBeGreaterThan(height / 2);
	await screen.expectInvitation();
	await press(page, 'ض', 'KeyQ');
	await expect(large).toBeVisible();
	expect(await width()).toBe(small);
});

live('no module of the code in the corner is smaller than three pixels', async ({ hall }) => {
	const workshop = await hall.open({ scenes: ['thin-post'] });
	const { page } = await workshop.screen();
	await (await workshop.host()).press('start');
	await page.setViewportSize({ width: 480, height: 320 });
	await page.addStyleTag({ content: 'html { font-size: 6px !important }' });
	const code = page.locator('footer .qr svg');
	await expect(code).toBeVisible();
	const modules = Number((await code.getAttribute('viewBox'))?.split(' ')[2]);
	expect(modules).toBeGreaterThan(20);
	expect((await code.boundingBox())?.width).toBeGreaterThanOrEqual(3 * modules);
});

live('a screen that was blanked stays so when a clicker reloads it', async ({ hall }) => {
	const workshop = await hall.open({ scenes: ['thin-post'] });
	const screen = await workshop.screen();
	const { page } = screen;
	const blanked = screen.text('group.blanked');
	await screen.expectHere(0);
	// Keys are heard from then on.
	await expect(page.locator('html')).toHaveAttribute('data-theme');
	await press(page, '.', 'Period');
	await expect(blanked).toBeAttached();
	await page.reload();
	await expect(blanked).toBeAttached();
	await press(page, 'b', 'KeyB');
	await expect(blanked).toHaveCount(0);
	await page.reload();
	await screen.expectHere(0);
	await expect(blanked).toHaveCount(0);
});
