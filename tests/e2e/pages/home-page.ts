import type { Locator, Page } from '@playwright/test';
import type { FormId, Language } from '../../../src/lib/questions';
import { inLanguage } from '../../support/routes';
import { say } from '../../support/words';

/** The start page. */
export class HomePage {
	readonly heading: Locator;

	constructor(
		readonly page: Page,
		readonly language: Language
	) {
		this.heading = page.getByRole('heading', { level: 1 });
	}

	async open() {
		await this.page.goto(inLanguage(this.language, '/'));
	}

	/** The way into a form of the quiz. */
	start(form: FormId): Locator {
		const name = say(this.language, `home.start.${form}.name`);
		return this.page
			.getByRole('navigation', { name: say(this.language, 'home.start.label') })
			.getByRole('link', { name });
	}

	/** The switch in the header. */
	languageLink(name: string): Locator {
		return this.page.getByRole('banner').getByRole('link', { name, exact: true });
	}
}
