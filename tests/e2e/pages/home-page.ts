import type { Locator, Page } from '@playwright/test';
import type { FormId, Language } from '../../../src/lib/questions';
import type { Zone } from '../../../src/lib/scoring';
import { inLanguage } from '../../support/routes';
import { say } from '../../support/words';

/** The start page. */
export class HomePage {
	readonly heading: Locator;
	readonly lead: Locator;
	readonly guess: Locator;
	/** The line that says what was guessed. */
	readonly guessMade: Locator;

	constructor(
		readonly page: Page,
		readonly language: Language
	) {
		this.heading = page.getByRole('heading', { level: 1 });
		this.lead = page.getByText(say(language, 'home.lead'), { exact: true });
		this.guess = page.getByRole('slider');
		this.guessMade = page.locator('[data-guess] > p > span');
	}

	async open() {
		await this.page.goto(inLanguage(this.language, '/'));
	}

	/** The way into a form of the quiz. */
	start(form: FormId): Locator {
		return this.page
			.getByRole('navigation', { name: say(this.language, 'home.start.label') })
			.locator(`a[href$="/quiz/${form}"]`);
	}

	guessSaid(score: number, zone: Zone): string {
		return say(this.language, 'home.guess.made', {
			score,
			zone: say(this.language, `terms.zones.${zone}.name`)
		});
	}

	/** The switch in the header. */
	languageLink(name: string): Locator {
		return this.page.getByRole('banner').getByRole('link', { name, exact: true });
	}
}
