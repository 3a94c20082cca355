import { CODE } from '../support/runs';
import { putFinishedRun } from './support/device';
import { copied, expect, handed, HEADLINE, putClipboard, putShareSheet, test } from './support/sharing';

test.describe('copying', () => {
	test('puts the link on the clipboard, and says so', async ({ page, context, panel, address }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await panel.open(CODE);
		await panel.copyLink.click();
		await panel.expectSaid('share.done.linkCopied', { headline: HEADLINE });
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
		await expect(panel.address).toHaveCount(0);
	});

	test('puts the picture on the clipboard, and says so', async ({ page, context, panel }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await panel.open(CODE);
		await panel.expectPicture();
		await panel.copyPicture.click();
		await panel.expectSaid('share.done.pictureCopied');
		const size = await page.evaluate(async () => {
			const [item] = await navigator.clipboard.read();
			if (!item) return null;
			const { width, height } = await createImageBitmap(await item.getType('image/png'));
			return [width, height];
		});
		expect(size).toEqual([1200, 630]);
	});

	test('that the browser refuses leaves the address, selected', async ({ page, panel, address }) => {
		await putClipboard(page, true);
		await panel.open(CODE);
		await panel.copyLink.click();
		await panel.expectSaid('share.done.noLink');
		await expect(panel.address).toHaveValue(address);
		const selected = await panel.address.evaluate((field: HTMLInputElement) =>
			field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
		);
		expect(selected).toBe(address);

		await panel.expectPicture();
		await panel.copyPicture.click();
		await panel.expectSaid('share.done.noPicture');
	});

	test('works in a browser without any clipboard', async ({ page, panel, address }) => {
		await page.addInitScript(() => {
			Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
		});
		await panel.open(CODE);
		await panel.copyLink.click();
		await panel.expectSaid('share.done.noLink');
		await expect(panel.address).toHaveValue(address);
	});
});

test.describe('the device’s own share sheet', () => {
	test('is not offered where there is none', async ({ page, panel }) => {
		await page.addInitScript(() => {
			Reflect.deleteProperty(Navigator.prototype, 'share');
		});
		await panel.open(CODE);
		await panel.expectPicture();
		await expect(panel.copyLink).toBeVisible();
		await expect(panel.share).toHaveCount(0);
	});

	test('gets picture, words and link', async ({ page, panel, address }) => {
		await putShareSheet(page, { takesFiles: true });
		await panel.open(CODE);
		await panel.expectPicture();
		await panel.share.click();
		await panel.expectSaid('share.done.shared');
		expect(await handed(page)).toEqual([
			{
				url: address,
				text: panel.say('share.message.shared', { headline: HEADLINE }),
				files: [
					{
						name: `no-strings-${CODE}-wide.png`,
						type: 'image/png',
						size: (await panel.save()).png.length
					}
				]
			}
		]);
	});

	test('gets words and link where it takes no files', async ({ page, panel, address }) => {
		await putShareSheet(page, { takesFiles: false });
		await panel.open(CODE);
		await panel.expectPicture();
		await panel.share.click();
		await panel.expectSaid('share.done.shared');
		expect(await handed(page)).toEqual([
			{ url: address, text: panel.say('share.message.shared', { headline: HEADLINE }), files: [] }
		]);
	});

	test('may be closed again, and nothing is said or copied', async ({ page, panel }) => {
		await putShareSheet(page, { takesFiles: true, fails: 'AbortError' });
		await putClipboard(page, false);
		await panel.open(CODE);
		await panel.expectPicture();
		await panel.share.click();
		await expect.poll(() => handed(page)).toHaveLength(1);
		await expect(panel.section.locator('p[role=status]')).toHaveText('');
		expect(await copied(page)).toEqual([]);
	});

	test('that fails leaves the link copied', async ({ page, panel, address }) => {
		await putShareSheet(page, { takesFiles: true, fails: 'NotAllowedError' });
		await putClipboard(page, false);
		await panel.open(CODE);
		await panel.expectPicture();
		await panel.share.click();
		await panel.expectSaid('share.done.linkCopied', { headline: HEADLINE });
		expect(await copied(page)).toEqual([address]);
	});
});

test('the result is complete without being shared: one button speaks of it, and opens and closes all there is', async ({
	page,
	result,
	panel
}) => {
	const { code } = await putFinishedRun(page);
	await result.open(code);
	await expect(result.scenes).toBeVisible();
	await expect(panel.section).toHaveCount(0);
	await expect(page.getByText(panel.say('share.actions.copyLink'))).toHaveCount(0);
	await expect(panel.opener).toHaveAttribute('aria-expanded', 'false');
	await panel.reach();
	await expect(panel.opener).toHaveAttribute('aria-expanded', 'true');
	await panel.opener.click();
	await expect(panel.section).toHaveCount(0);
});
