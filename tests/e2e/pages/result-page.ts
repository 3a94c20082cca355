import { expect, type Locator, type Page } from '@playwright/test';
import { FORMS, type FormId, type Language, type ScenarioId } from '../../../src/lib/questions';
import type { MessageKey } from '../../../src/lib/i18n';
import { inLanguage } from '../../support/routes';
import { expectedScore } from '../support/scores';
import { say, scenesIn } from '../../support/words';
import type { Made } from './quiz-page';

/** The rungs' names in the messages, from rung 0. */
const ZONES = ['huntingFavours', 'keepingCount', 'dealingOpenly', 'goingByValue', 'valueAlone'] as const;

/** A result: the shared layer that everybody sees, and the private ones on the device that took the quiz. */
export class ResultPage {
	readonly heading: Locator;
	readonly figures: Locator;
	readonly canvases: Locator;
	/** What the headline means, in a sentence. */
	readonly sense: Locator;
	readonly show: Locator;
	/** The way into the quiz, on somebody else's result. */
	readonly start: Locator;
	/** The way to two results on one string. */
	readonly both: Locator;
	readonly why: Locator;
	readonly scenes: Locator;
	readonly earlier: Locator;
	readonly deletedAll: Locator;

	constructor(
		readonly page: Page,
		readonly language: Language
	) {
		this.heading = page.getByRole('heading', { level: 1 });
		this.figures = page.locator('article > header');
		this.canvases = page.locator('canvas');
		this.sense = page.locator('article > header .sense');
		this.show = this.button('share.show');
		this.start = this.figures.getByRole('link', { name: this.say('result.invite.start') });
		this.both = this.figures.getByRole('link', { name: this.say('result.invite.both') });
		this.why = this.section('result.why.heading');
		this.scenes = this.section('result.scenes.heading');
		this.earlier = this.section('result.earlier.heading');
		this.deletedAll = page.getByRole('status').filter({ hasText: this.say('result.deleteAll.done') });
	}

	say(key: MessageKey, values?: Record<string, string | number>) {
		return say(this.language, key, values);
	}

	/** A part of the page, by its heading. */
	section(key: MessageKey): Locator {
		const heading = this.page.getByRole('heading', { name: this.say(key), exact: true });
		return this.page.locator('section').filter({ has: heading });
	}

	button(key: MessageKey): Locator {
		return this.page.getByRole('button', { name: this.say(key), exact: true });
	}

	/** Deletes everything on the device, and says yes. */
	async deleteAll() {
		await this.button('result.deleteAll.open').click();
		const dialog = this.page.getByRole('dialog', { name: this.say('result.deleteAll.heading') });
		await dialog.getByRole('button', { name: this.say('result.deleteAll.yes'), exact: true }).click();
	}

	async open(code: string) {
		await this.page.goto(inLanguage(this.language, `/result/${code}`));
	}

	async expectOpen() {
		await this.page.waitForURL((url) => url.pathname.startsWith(inLanguage(this.language, '/result/')));
	}

	/** The line that says whose result it is. */
	lead(whose: 'own' | 'shared'): Locator {
		return this.page.getByText(this.say(`result.lead.${whose}`), { exact: true });
	}

	/** The line that says it all; what keeps its words together is left out of account. */
	async expectHeadline(text: string) {
		await expect.poll(async () => (await this.heading.innerText()).replace(/\s+/g, ' ')).toBe(text);
	}

	/** Holds score, range and count against the choices that were made. */
	async expectScoreOf(made: readonly Made[], form: FormId = 'full') {
		const { score, low, high } = expectedScore(made.map(({ rung }) => rung));
		await expect(this.figures).toContainText(this.say('result.score.value', { score }));
		await expect(this.figures).toContainText(
			this.say('result.score.answered', { count: made.length, total: FORMS[form].scenarioIds.length })
		);
		await expect(this.page.getByText(this.say('result.score.band', { low, high }))).toBeVisible();
	}

	/** A scene in the list of all scenes. */
	scene(id: ScenarioId): Locator {
		const title = scenesIn(this.language)[id].title;
		const exactly = this.page.locator('.title').getByText(title, { exact: true });
		return this.scenes.getByRole('listitem').filter({ has: exactly });
	}

	/** Each scene stands there in the order in which it was asked, with what was chosen. */
	async expectScenes(made: readonly Made[]) {
		const words = scenesIn(this.language);
		const rungName = (rung: number) =>
			this.say('result.scenes.rung', {
				rung,
				zone: this.say(`terms.zones.${ZONES[rung] ?? 'dealingOpenly'}.inline`)
			});
		await expect(this.scenes.locator('.title')).toHaveText(made.map(({ scene }) => words[scene].title));
		await expect(this.scenes.locator('ol > li > details > summary .mark')).toHaveText(
			made.map(({ rung }) => rungName(rung))
		);
		const chosen = this.scenes.locator('p').filter({ hasText: `${this.say('result.scenes.yours')}:` });
		await expect(chosen).toHaveText(made.map(({ text }) => `${this.say('result.scenes.yours')}: ${text}`));
	}

	/** Waits until every chart is drawn: some of its pixels are neither empty nor all alike. */
	async expectCharts(count: number) {
		await expect(this.canvases).toHaveCount(count);
		for (const canvas of await this.canvases.all()) {
			// Drawn when somebody comes near.
			await canvas.scrollIntoViewIfNeeded();
			await expect.poll(() => canvas.evaluate(countColours)).toBeGreaterThan(3);
		}
	}
}

export function countColours(canvas: SVGElement | HTMLElement): number {
	const { width, height } = canvas as HTMLCanvasElement;
	const context = (canvas as HTMLCanvasElement).getContext('2d');
	if (!context || !width || !height) return 0;
	const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
	return new Set(pixels.filter((pixel) => pixel !== 0)).size;
}
