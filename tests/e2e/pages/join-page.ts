import { expect, type Locator, type Page } from '@playwright/test';
import type { MessageKey } from '../../../src/lib/i18n';
import type { Language } from '../../../src/lib/questions';
import { inLanguage } from '../../support/routes';
import { say } from '../../support/words';

/** Where one types the code from the screen. */
export class JoinPage {
	readonly code: Locator;
	readonly go: Locator;

	constructor(
		readonly page: Page,
		readonly language: Language
	) {
		this.code = page.getByRole('textbox', { name: say(language, 'participant.join.code') });
		this.go = page.getByRole('button', { name: say(language, 'participant.join.go'), exact: true });
	}

	async open() {
		await this.page.goto(inLanguage(this.language, '/join'));
		await expect(this.code).toBeFocused();
	}

	async enter(typed: string) {
		await this.code.fill(typed);
		await this.go.click();
	}

	/** What is wrong stands at the field, and in the field what was typed. */
	async expectProblem(key: MessageKey, typed: string) {
		await expect(this.page.getByRole('alert')).toHaveText(say(this.language, key));
		await expect(this.code).toHaveValue(typed);
		await expect(this.code).toHaveAccessibleDescription(new RegExp(`^${say(this.language, key)}`));
		await expect(this.code).toHaveAttribute('aria-invalid', 'true');
	}
}
