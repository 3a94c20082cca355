import { expect, type Locator, type Page } from '@playwright/test';
import { recordOf } from '../../../src/lib/languages';
import type { Language } from '../../../src/lib/questions';
import type { MessageKey } from '../../../src/lib/i18n';
import { inLanguage } from '../../support/routes';
import { say } from '../../support/words';

/** A page that says what is wrong, in the language of the address, and shows a way on. */
export class ErrorPage {
	readonly heading: Locator;

	constructor(
		readonly page: Page,
		readonly language: Language
	) {
		this.heading = page.getByRole('heading', { level: 1 });
	}

	/** Opens an address as it is, and gives the status of the answer. */
	async open(path: string) {
		const response = await this.page.goto(inLanguage(this.language, path));
		return response?.status();
	}

	async expectToSay(heading: MessageKey, text: MessageKey) {
		await expect(this.page.locator('html')).toHaveAttribute('lang', this.language);
		await expect(this.page.locator('html')).toHaveAttribute('dir', recordOf(this.language).direction);
		await expect(this.heading).toHaveText(say(this.language, heading));
		await expect(this.page.getByText(say(this.language, text))).toBeVisible();
		await expect(this.page).toHaveTitle(new RegExp(`^${say(this.language, heading)}`));
	}

	get wayOn(): Locator {
		return this.page.locator('main').getByRole('link', { name: say(this.language, 'site.error.home') });
	}
}
