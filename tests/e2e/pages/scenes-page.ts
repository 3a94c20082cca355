import { expect, type Locator, type Page } from '@playwright/test';
import type { MessageKey } from '../../../src/lib/i18n';
import type { Language } from '../../../src/lib/questions';
import { inLanguage } from '../../support/routes';
import { isolated } from '../../../src/lib/languages/isolated';
import { say } from '../../support/words';

export const SCENES_KEY = 'no-strings-scenes:all';

/** The list of one's own scenes, and the editor of one of them. */
export class ScenesPage {
	readonly rows: Locator;
	readonly title: Locator;
	readonly story: Locator;
	readonly files: Locator;

	constructor(
		readonly page: Page,
		readonly language: Language
	) {
		this.rows = page.getByRole('list', { name: this.say('scenes.list.label') }).getByRole('listitem');
		this.title = page.getByRole('textbox', { name: this.say('scenes.editor.titleField'), exact: true });
		this.story = page.getByRole('textbox', { name: this.say('scenes.editor.stem'), exact: true });
		this.files = page.getByRole('region', { name: this.say('scenes.file.heading') });
	}

	/** Titles that somebody typed stand isolated in sentences. */
	say(key: MessageKey, values?: Record<string, string | number>): string {
		if (values?.['title'] !== undefined)
			return say(this.language, key, { ...values, title: isolated(String(values['title'])) });
		return say(this.language, key, values).replaceAll(/[\u2068\u2069]/g, '');
	}

	button(key: MessageKey, values?: Record<string, string | number>): Locator {
		return this.page.getByRole('button', {
			name: values ? this.say(key, values) : say(this.language, key),
			exact: true
		});
	}

	option(n: number): Locator {
		return this.page.getByRole('textbox', { name: this.say('scenes.editor.option', { n }), exact: true });
	}

	async open(path = ''): Promise<void> {
		await this.page.goto(inLanguage(this.language, `/scenes${path}`));
	}

	async openList(): Promise<void> {
		await this.open();
		await expect(this.button('scenes.new')).toBeVisible();
	}

	/** Leads from the list into the editor of a new scene. */
	async write(title: string): Promise<void> {
		await this.button('scenes.new').click();
		await this.title.fill(title);
	}

	async back(): Promise<void> {
		await this.page.getByRole('link', { name: this.say('scenes.editor.back') }).click();
		await expect(this.button('scenes.new')).toBeVisible();
	}

	async openFile(text: string): Promise<void> {
		await this.files
			.getByLabel(this.say('scenes.file.open'))
			.setInputFiles({ name: 'scenes.json', mimeType: 'application/json', buffer: Buffer.from(text) });
	}

	async expectTitles(titles: readonly string[]): Promise<void> {
		await expect(this.rows.getByRole('link')).toHaveText(titles);
	}
}
