import type { Page } from '@playwright/test';
import { SharePanel } from '../pages/share-panel';
import { expect, test as base } from './fixtures';
import { inLanguage } from '../../support/routes';
import { CODE } from '../../support/runs';

export const test = base.extend<{ panel: SharePanel; address: string }>({
	panel: async ({ page, language }, use) => use(new SharePanel(page, language)),
	/** The result as it is passed on. */
	address: async ({ baseURL, language }, use) => use(baseURL + inLanguage(language, `/result/${CODE}`))
});

/** What the result says in one line. */
export const HEADLINE = 'Between dealing openly and\u00a0going by value';

/** What the page under test handed to something that was put in the place of the browser's own. */
export const handed = (page: Page) =>
	page.evaluate(() => (window as unknown as { handed: Record<string, unknown>[] }).handed);

/** The device's share sheet, which does as it is told. */
export async function putShareSheet(page: Page, does: { takesFiles: boolean; fails?: string }) {
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
export async function putClipboard(page: Page, refuses: boolean) {
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

export const copied = (page: Page) => page.evaluate(() => (window as unknown as { copied: string[] }).copied);

export { expect };
