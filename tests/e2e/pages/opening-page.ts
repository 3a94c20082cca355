import { expect, type Locator, type Page } from '@playwright/test';
import type { Language, ScenarioId } from '../../../src/lib/questions';
import type { MessageKey } from '../../../src/lib/i18n';
import { inLanguage } from '../../support/routes';
import { say, scenesIn } from '../../support/words';

/** The page that opens a workshop, operated by the words that stand on it. */
export class OpeningPage {
	readonly summary: Locator;
	readonly submit: Locator;
	readonly code: Locator;
	readonly link: Locator;
	readonly toHost: Locator;

	constructor(
		readonly page: Page,
		readonly language: Language
	) {
		this.summary = page.locator('section[aria-labelledby=faults]');
		this.submit = page.getByRole('button', { name: this.say('workshops.form.submit') });
		this.code = page.locator('.join [aria-hidden]');
		this.link = page.getByRole('textbox', { name: this.say('workshops.opened.link.label') });
		this.toHost = page.getByRole('link', { name: this.say('workshops.opened.desk') });
	}

	say(key: MessageKey, values?: Record<string, string | number>) {
		return say(this.language, key, values);
	}

	/** Where the page works with a script, it is waited for. */
	async open({ script = true } = {}) {
		await this.page.goto(inLanguage(this.language, '/workshops'));
		if (script) await expect(this.page.locator('.picker [type=checkbox]')).toHaveCount(20);
	}

	field(name: 'title' | 'language' | 'smallestGroup' | 'keepDays') {
		return this.page.getByLabel(this.say(`workshops.form.${name}.label`), { exact: true });
	}

	choice(key: MessageKey) {
		return this.page.getByRole('radio', { name: this.say(key), exact: true });
	}

	get rows() {
		return this.page.getByRole('checkbox', { name: this.say('workshops.form.rows.label') });
	}

	title(scene: ScenarioId) {
		return scenesIn(this.language)[scene].title;
	}

	/** A scene in the list of all, where a script runs. */
	tick(scene: ScenarioId) {
		return this.page.getByRole('checkbox', { name: this.title(scene), exact: true });
	}

	/** The field for a scene's number, where none does. */
	place(scene: ScenarioId) {
		return this.page.getByRole('textbox', { name: this.title(scene), exact: true });
	}

	mover(way: 'up' | 'down', scene: ScenarioId) {
		return this.page.getByRole('button', {
			name: this.say(`workshops.picker.${way}`, { scene: this.title(scene) })
		});
	}

	/** The scenes picked so far, in their order. */
	async expectOrder(scenes: readonly ScenarioId[]) {
		const titles = this.page.locator('.picker ol li > bdi');
		await expect(titles).toHaveText(scenes.map((scene) => this.title(scene)));
		for (const [i, scene] of scenes.entries()) {
			await expect(this.page.locator(`[name="place.${scene}"]`)).toHaveValue(String(i + 1));
		}
		await expect(this.page.locator('[name^="place."]')).toHaveCount(scenes.length);
	}

	/** A fault, said at the top and at its field. */
	async expectFault(field: Locator, key: MessageKey, values: Record<string, number> = {}) {
		const text = this.say(key, values);
		await expect(this.summary.getByRole('link', { name: text })).toBeVisible();
		await expect(field).toHaveAttribute('aria-invalid', 'true');
		await expect(field).toHaveAccessibleDescription(new RegExp(escape(text)));
	}

	async expectOpened() {
		await expect(
			this.page.getByRole('heading', { level: 1, name: this.say('workshops.opened.heading') })
		).toBeFocused();
		const code = ((await this.code.textContent()) ?? '').replace(' ', '');
		expect(code).toMatch(/^[2-9CDFHJKMNPQRTVWX]{6}$/);
		const link = new URL(await this.link.inputValue());
		expect(link.origin).toBe(new URL(this.page.url()).origin);
		expect(link.pathname).toBe(inLanguage(this.language, `/w/${code}/host`));
		expect(link.searchParams.get('key')).toMatch(/^[\w-]{16,}$/);
		await expect(this.toHost).toHaveAttribute('href', link.href);
		return { code, link: link.href };
	}
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
