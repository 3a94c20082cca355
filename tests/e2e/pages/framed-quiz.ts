import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { MessageKey } from '../../../src/lib/i18n';
import { FORMS, type FormId, type Language } from '../../../src/lib/questions';
import { say } from '../../support/words';

/** The quiz in the page of somebody else, where it has no address bar and no more room than it is given. */
export class FramedQuiz {
	readonly frame: Locator;
	readonly inside: FrameLocator;
	readonly root: Locator;
	readonly heading: Locator;

	constructor(
		readonly page: Page,
		readonly language: Language
	) {
		this.frame = page.locator('iframe');
		this.inside = this.frame.contentFrame();
		this.root = this.inside.locator('html');
		this.heading = this.inside.getByRole('heading', { level: 1 });
	}

	say(key: MessageKey, values?: Record<string, string | number>) {
		return say(this.language, key, values);
	}

	button(key: MessageKey): Locator {
		return this.inside.getByRole('button', { name: this.say(key), exact: true });
	}

	link(key: MessageKey): Locator {
		return this.inside.getByRole('link', { name: this.say(key) });
	}

	/** The line that says whose result it is. */
	lead(whose: 'own' | 'shared'): Locator {
		return this.inside.getByText(this.say(`result.lead.${whose}`), { exact: true });
	}

	/** What the frame shows now, without its origin. */
	async path() {
		const { pathname, search } = new URL(await this.root.evaluate(() => location.href));
		return pathname + search;
	}

	async expectScene(n: number, form: FormId) {
		const total = FORMS[form].scenarioIds.length;
		await expect(this.heading).toHaveText(this.say('quiz.progress.label', { n, total }));
	}

	/** Takes a form from its first scene to the result. */
	async take(form: FormId) {
		const total = FORMS[form].scenarioIds.length;
		for (let n = 1; n <= total; n++) {
			await this.expectScene(n, form);
			const radio = this.inside.getByRole('radio').nth(2);
			// The frame follows its content's height a moment later. Whoever misses because of that tries again.
			await expect(() => radio.check({ timeout: 2_000 })).toPass();
			await this.button(n < total ? 'quiz.actions.next' : 'quiz.actions.finish').click();
		}
	}

	/** It is as high as what it holds: nothing to scroll inside it, and no empty space under it. */
	async expectFits() {
		await expect(async () => {
			const inner = await this.root.evaluate(({ ownerDocument: { body, documentElement: root } }) => ({
				room: root.clientHeight,
				needed: root.scrollHeight,
				content: body.getBoundingClientRect().height
			}));
			expect(inner.needed, 'nothing to scroll').toBeLessThanOrEqual(inner.room);
			expect(inner.room - inner.content, 'no empty space').toBeLessThanOrEqual(1);
		}).toPass({ timeout: 10_000 });
		return (await this.frame.boundingBox())?.height ?? 0;
	}
}
