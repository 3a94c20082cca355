import type { Locator } from '@playwright/test';
import sharp from 'sharp';
import { CODE } from '../support/runs';
import { onDevice } from './support/device';
import { readQrIn } from './support/qr';
import { expect, handed, test } from './support/sharing';

const MASTODON_KEY = 'no-strings:mastodon';

const readQr = async (code: Locator) => readQrIn(sharp(await code.screenshot()));

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
			// What most people want is there without unfolding anything.
			for (const first of [panel.link('LinkedIn'), panel.link('WhatsApp'), panel.copyLink, panel.picture])
				await expect(first).toBeVisible();
			await panel.networks.click();
			const headline = (await result.heading.textContent())?.replaceAll('\u2060', '') ?? '';
			const text = panel.say('share.message.shared', { headline });
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
