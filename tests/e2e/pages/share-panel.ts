import { expect, type Locator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import type { CardShape, CardTheme } from '../../../src/lib/address';
import type { MessageKey } from '../../../src/lib/i18n';
import type { Language } from '../../../src/lib/questions';
import { inLanguage } from '../../support/routes';
import { say } from '../../support/words';

/** Where a result is passed on: what is revealed, the picture, and the ways. */
export class SharePanel {
	readonly opener: Locator;
	readonly section: Locator;
	readonly picture: Locator;
	readonly name: Locator;
	readonly share: Locator;
	readonly copyLink: Locator;
	readonly copyPicture: Locator;
	readonly download: Locator;
	readonly openPicture: Locator;
	/** The address to copy by hand. */
	readonly address: Locator;
	/** Unfolds shape, colours and name. */
	readonly change: Locator;
	readonly networks: Locator;
	readonly mastodon: Locator;
	readonly instance: Locator;
	readonly go: Locator;
	readonly qr: Locator;

	constructor(
		readonly page: Page,
		readonly language: Language
	) {
		this.opener = page.getByRole('button', { name: this.say('share.show'), exact: true });
		this.section = page.getByRole('region', { name: this.say('share.heading') });
		this.picture = this.section.locator('.picture img');
		this.name = this.section.getByRole('textbox', { name: this.say('share.card.name.label') });
		this.share = this.button('share.actions.share');
		this.copyLink = this.button('share.actions.copyLink');
		this.copyPicture = this.button('share.actions.copyPicture');
		this.download = this.button('share.actions.download');
		this.openPicture = this.link(this.say('share.actions.openPicture'));
		this.address = this.section.getByRole('textbox', { name: this.say('share.actions.copyLink') });
		this.change = this.summary('share.card.change');
		this.networks = this.summary('share.networks.label');
		this.mastodon = this.summary('share.networks.mastodon');
		this.instance = this.section.getByRole('textbox', { name: this.say('share.networks.instance') });
		this.go = this.button('share.networks.go');
		this.qr = this.summary('share.actions.qr');
	}

	say(key: MessageKey, values?: Record<string, string | number>) {
		return say(this.language, key, values);
	}

	button(key: MessageKey): Locator {
		return this.section.getByRole('button', { name: this.say(key), exact: true });
	}

	summary(key: MessageKey): Locator {
		return this.section.locator('summary').getByText(this.say(key), { exact: true });
	}

	radio(key: MessageKey): Locator {
		return this.section.getByRole('radio', { name: this.say(key), exact: true });
	}

	link(name: string): Locator {
		return this.section.getByRole('link', { name, exact: true });
	}

	/** Opens a result, and the panel in it. */
	async open(code: string) {
		await this.page.goto(inLanguage(this.language, `/result/${code}`));
		await this.reach();
	}

	async reach() {
		// A press before the scripts have come does nothing.
		await expect(async () => {
			if (await this.section.isHidden()) await this.opener.click();
			await expect(this.section).toBeVisible({ timeout: 2000 });
		}).toPass();
	}

	async unfold(summary: Locator) {
		if (await summary.locator('xpath=..').evaluate(({ open }: HTMLDetailsElement) => !open))
			await summary.click();
	}

	/** Downloads the picture as it is now. */
	async save() {
		const waiting = this.page.waitForEvent('download');
		await this.download.click();
		const download = await waiting;
		return { file: download.suggestedFilename(), png: await readFile(await download.path()) };
	}

	/** What a screen reader is told. */
	async expectSaid(key: MessageKey, values?: Record<string, string | number>) {
		await expect(this.section.getByRole('status').filter({ hasText: this.say(key, values) })).toBeVisible();
	}

	/** Waits for a picture, another one than that at `old`. */
	async expectPicture(old: string | null = null) {
		await this.picture.scrollIntoViewIfNeeded();
		await expect(this.picture).toHaveAttribute('src', /^blob:/);
		if (old) await expect(this.picture).not.toHaveAttribute('src', old);
		return (await this.picture.getAttribute('src')) ?? '';
	}

	/** Does something that changes the picture, and waits until it is drawn. */
	async redraw(change: () => Promise<unknown>) {
		const old = await this.expectPicture();
		await change();
		return this.expectPicture(old);
	}

	async choose(shape: CardShape, theme: CardTheme) {
		await this.expectPicture();
		await this.unfold(this.change);
		for (const radio of [this.radio(`share.card.shape.${shape}`), this.radio(`share.card.theme.${theme}`)]) {
			if (!(await radio.isChecked())) await this.redraw(() => radio.check());
		}
	}
}
