import sharp from 'sharp';
import { CODE } from '../support/runs';
import { copied, expect, HEADLINE, putClipboard, test } from './support/sharing';

const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test.describe('the picture', () => {
	test('is not passed on while the next one is drawn', async ({ page, panel }) => {
		await panel.open(CODE);
		await panel.expectPicture();
		await expect(panel.download).toBeEnabled();
		// From now on no drawing ends.
		await page.evaluate(() => (HTMLCanvasElement.prototype.toBlob = () => undefined));
		await panel.unfold(panel.change);
		await panel.name.fill('Ada');
		await expect(panel.download).toBeDisabled();
		await expect(panel.copyPicture).toBeDisabled();
	});

	test('is there, in words too, and the panel says what the link reveals', async ({ panel }) => {
		await panel.open(CODE);
		await expect(panel.section.getByText(panel.say('share.reveals.shared'))).toBeVisible();
		await expect(panel.picture).toHaveAttribute('alt', new RegExp(`^${HEADLINE}\\. 65 of 100\\. `));
		await panel.expectPicture();
		await expect
			.poll(() => panel.picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
			.toBe(1200);
	});

	test('follows shape and colours, and is saved under a name that says which', async ({ panel }) => {
		await panel.open(CODE);
		const seen: { file: string; size: number[]; light: boolean }[] = [];
		for (const [shape, theme] of [
			['wide', 'light'],
			['square', 'light'],
			['tall', 'dark']
		] as const) {
			await panel.choose(shape, theme);
			const { file, png } = await panel.save();
			const { channels } = await sharp(png).removeAlpha().stats();
			seen.push({ file, size: sizeOf(png), light: channels.every(({ mean }) => mean > 128) });
		}
		expect(seen).toEqual([
			{ file: `no-strings-${CODE}-wide.png`, size: [1200, 630], light: true },
			{ file: `no-strings-${CODE}-square.png`, size: [1080, 1080], light: true },
			{ file: `no-strings-${CODE}-tall.png`, size: [1080, 1920], light: false }
		]);
		await panel.expectSaid('share.done.downloaded', { file: `no-strings-${CODE}-tall.png` });
	});

	test('has an address of its own, in the shape and colours that were chosen, for browsers that save none', async ({
		panel,
		request
	}) => {
		await panel.open(CODE);
		await expect(panel.openPicture).toBeVisible();
		await panel.choose('tall', 'dark');
		const href = (await panel.openPicture.getAttribute('href')) ?? '';
		const response = await request.get(href);
		expect(response.headers()['content-type']).toBe('image/png');
		expect(sizeOf(await response.body())).toEqual([1080, 1920]);
		expect(new URL(href, 'https://a.example').searchParams.get('theme')).toBe('dark');
	});

	test('carries a name that is nowhere else: in no request, in no link, not on the device', async ({
		page,
		panel
	}) => {
		const name = 'Zoë Ñandú 宮本';
		const sent: string[] = [];
		page
			.context()
			.on('request', (request) =>
				sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`)
			);
		await putClipboard(page, false);
		await panel.open(CODE);
		await panel.expectPicture();
		const without = await panel.save();
		await panel.unfold(panel.change);
		await panel.redraw(() => panel.name.fill(name));
		await expect(panel.name).toHaveAccessibleDescription(panel.say('share.card.name.hint'));
		const withName = await panel.save();

		expect(sizeOf(withName.png)).toEqual([1200, 630]);
		expect(withName.png.equals(without.png)).toBe(false);
		expect(withName.file).toBe(without.file);

		await panel.copyLink.click();
		await panel.expectSaid('share.done.linkCopied', { headline: HEADLINE });
		await panel.networks.click();
		const links = await panel.section
			.getByRole('link')
			.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
		const lying = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
		const everything = [...sent, ...links, ...(await copied(page)), lying, page.url()].map(decoded);
		expect(everything.length).toBeGreaterThan(10);
		for (const part of name.split(' ')) expect(everything.join('\n')).not.toContain(part);

		await panel.redraw(() => panel.name.clear());
		expect((await panel.save()).png.equals(without.png), 'taken off again').toBe(true);
	});

	test('takes forty characters of a name, and no more', async ({ panel }) => {
		await panel.open(CODE);
		await panel.unfold(panel.change);
		await panel.name.pressSequentially('x'.repeat(45));
		await expect(panel.name).toHaveValue('x'.repeat(40));
	});

	test('that cannot be drawn is no end: the link works', async ({ page, panel, address }) => {
		await page.addInitScript(() => {
			HTMLCanvasElement.prototype.toBlob = (take) => take(null);
		});
		await putClipboard(page, false);
		await panel.open(CODE);
		await panel.picture.scrollIntoViewIfNeeded();
		await panel.expectSaid('share.card.failed');
		await expect(panel.download).toBeDisabled();
		await expect(panel.copyPicture).toBeDisabled();
		await panel.copyLink.click();
		await panel.expectSaid('share.done.linkCopied', { headline: HEADLINE });
		expect(await copied(page)).toEqual([address]);
	});
});

function decoded(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}
