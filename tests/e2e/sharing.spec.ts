import type { Locator, Page } from '@playwright/test';
import jsqr from 'jsqr';
import sharp from 'sharp';
import { SharePanel } from './pages/share-panel';
import { expect, test as base } from './support/fixtures';
import { inLanguage } from '../support/routes';
import { CODE } from '../support/runs';
import { onDevice, putFinishedRun } from './support/device';

const test = base.extend<{ panel: SharePanel; address: string }>({
	panel: async ({ page, language }, use) => use(new SharePanel(page, language)),
	/** The result as it is passed on. */
	address: async ({ baseURL, language }, use) => use(baseURL + inLanguage(language, `/result/${CODE}`))
});

/** What the result says in one line; no line ends inside the name of a zone. */
const HEADLINE = 'Between dealing\u00a0openly and\u00a0going by\u00a0value';
const MASTODON_KEY = 'no-strings:mastodon';

const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

/** What a phone reads that knows dark squares on light only, as the oldest do. */
async function readQr(code: Locator) {
	const picture = sharp(await code.screenshot())
		.ensureAlpha()
		.raw();
	const { data, info } = await picture.toBuffer({ resolveWithObject: true });
	// What a package of the older kind exports as default is a property to Node.
	const read = (jsqr as unknown as { default: typeof jsqr }).default;
	const pixels = new Uint8ClampedArray(data);
	return read(pixels, info.width, info.height, { inversionAttempts: 'dontInvert' })?.data;
}

/** What the page under test handed to something that was put in the place of the browser's own. */
const handed = (page: Page) =>
	page.evaluate(() => (window as unknown as { handed: Record<string, unknown>[] }).handed);

/** The device's share sheet, which does as it is told. */
async function putShareSheet(page: Page, does: { takesFiles: boolean; fails?: string }) {
	await page.addInitScript(({ takesFiles, fails }) => {
		const handed: unknown[] = [];
		Object.assign(window, { handed });
		Object.assign(navigator, {
			canShare: ({ files }: ShareData) => takesFiles || !files?.length,
			share: ({ files = [], ...rest }: ShareData) => {
				handed.push({ ...rest, files: files.map(({ name, type, size }) => ({ name, type, size })) });
				return fails ? Promise.reject(new DOMException('no', fails)) : Promise.resolve();
			}
		});
	}, does);
}

/** A clipboard that keeps what it is given, or refuses everything. */
async function putClipboard(page: Page, refuses: boolean) {
	await page.addInitScript((refuses) => {
		const copied: string[] = [];
		const take = (what: string) => {
			if (refuses) return Promise.reject(new DOMException('no', 'NotAllowedError'));
			copied.push(what);
			return Promise.resolve();
		};
		Object.assign(window, { copied });
		Object.assign(navigator.clipboard, {
			writeText: take,
			write: (items: ClipboardItem[]) => take(items.flatMap(({ types }) => types).join())
		});
	}, refuses);
}

const copied = (page: Page) => page.evaluate(() => (window as unknown as { copied: string[] }).copied);

test.describe('the picture', () => {
	test('is not passed on while the next one is drawn', async ({ page, panel }) => {
		await panel.open(CODE);
		await panel.expectPicture();
		await expect(panel.download).toBeEnabled();
		// From now on no drawing ends.
		await page.evaluate(() => (HTMLCanvasElement.prototype.toBlob = () => undefined));
		await panel.name.fill('Ada');
		await expect(panel.download).toBeDisabled();
		await expect(panel.copyPicture).toBeDisabled();
	});

	test('is there, in words too, and the panel says what the link reveals', async ({ panel }) => {
		await panel.open(CODE);
		await expect(panel.section.getByText(panel.say('share.reveals'))).toBeVisible();
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
				text: panel.say('share.message', { headline: HEADLINE }),
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
			{ url: address, text: panel.say('share.message', { headline: HEADLINE }), files: [] }
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

for (const language of ['en', 'ar'] as const) {
	test.describe(`links for posting, in ${language}`, () => {
		test.use({ language });

		test('lead to each network with the address in this language', async ({
			page,
			result,
			panel,
			address
		}) => {
			await panel.open(CODE);
			await panel.networks.click();
			const headline = (await result.heading.textContent())?.replaceAll('\u2060', '') ?? '';
			const text = panel.say('share.message', { headline });
			const both = `${text} ${address}`;
			const wanted = {
				LinkedIn: ['www.linkedin.com/sharing/share-offsite/', { url: address }],
				WhatsApp: ['wa.me/', { text: both }],
				Facebook: ['www.facebook.com/sharer/sharer.php', { u: address }],
				X: ['x.com/intent/post', { text, url: address }],
				Bluesky: ['bsky.app/intent/compose', { text: both }]
			};
			for (const [name, [place, query]] of Object.entries(wanted)) {
				const link = panel.link(name);
				await expect(link).toHaveAttribute('target', '_blank');
				await expect(link).toHaveAttribute('rel', /\bnoopener\b/);
				const { protocol, host, pathname, searchParams } = new URL((await link.getAttribute('href')) ?? '');
				expect([protocol, host + pathname, Object.fromEntries(searchParams)]).toEqual([
					'https:',
					place,
					query
				]);
			}
			const mail = new URL((await panel.link(panel.say('share.networks.email')).getAttribute('href')) ?? '');
			expect([mail.protocol, Object.fromEntries(mail.searchParams)]).toEqual([
				'mailto:',
				{ subject: headline, body: both }
			]);
			// Of these hosts nothing was loaded: the fixture that watches every story would complain.
			await page.waitForLoadState('networkidle');
		});

		test('for Mastodon ask for the server, and remember it', async ({ page, panel, address }) => {
			await page.addInitScript(() => {
				const handed: unknown[] = [];
				Object.assign(window, { handed });
				HTMLAnchorElement.prototype.click = function () {
					handed.push([this.href, this.target, this.rel]);
				};
			});
			await panel.open(CODE);
			await panel.networks.click();
			await panel.mastodon.click();
			await expect(panel.instance).toHaveAccessibleDescription(panel.say('share.networks.instanceHint'));

			await panel.instance.fill('not a server');
			await panel.go.click();
			await panel.expectSaid('share.networks.instanceWrong');
			await expect(panel.instance).toHaveAttribute('aria-invalid', 'true');
			expect(await handed(page)).toEqual([]);
			expect(await onDevice(page, MASTODON_KEY)).toBeNull();

			await panel.instance.fill('@me@Fosstodon.org');
			await panel.instance.press('Enter');
			await expect(panel.instance).toHaveAttribute('aria-invalid', 'false');
			const [[opened, target, rel] = []] = (await handed(page)) as unknown as string[][];
			const { origin, pathname, searchParams } = new URL(opened ?? '');
			expect(origin + pathname).toBe('https://fosstodon.org/share');
			expect(searchParams.get('text')).toMatch(new RegExp(` ${address}$`));
			expect([target, rel]).toEqual(['_blank', 'noopener noreferrer']);

			await page.reload();
			await panel.reach();
			await panel.networks.click();
			await panel.mastodon.click();
			await expect(panel.instance).toHaveValue('fosstodon.org');
		});

		test('have a QR code that another phone reads', async ({ panel, address }) => {
			await panel.open(CODE);
			await panel.qr.click();
			const code = panel.section.getByRole('img', { name: panel.say('share.qr.alt', { address }) });
			await expect(code).toBeVisible();
			expect(await readQr(code)).toBe(address);
		});
	});
}

test('on a dark screen the QR code is dark on light all the same', async ({ page, panel, address }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await panel.open(CODE);
	await panel.qr.click();
	const code = panel.section.getByRole('img', { name: panel.say('share.qr.alt', { address }) });
	expect(await readQr(code)).toBe(address);
});

test('the result is complete without being shared', async ({ page, result, panel }) => {
	const { code } = await putFinishedRun(page);
	await result.open(code);
	await expect(result.scenes).toBeVisible();
	// Nothing of it is loaded before somebody reads that far.
	await expect(panel.section).toHaveCount(0);
	await panel.reach();
	const parts = await page.locator('article > *').allInnerTexts();
	// The last thing on the page, and nothing before it speaks of it.
	expect(parts.at(-1)).toContain(panel.say('share.heading'));
	expect(parts.slice(0, -1).join('\n')).not.toContain(panel.say('share.actions.copyLink'));
});

function decoded(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}
