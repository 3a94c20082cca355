import { expect, type Locator, type Page } from '@playwright/test';
import { FORMS, type FormId, type Language, type Rung, type ScenarioId } from '../../../src/lib/questions';
import type { MessageKey } from '../../../src/lib/i18n';
import { inLanguage } from '../../support/routes';
import { recognise, say } from '../../support/words';

/** What was on the screen when somebody chose, and what they chose. */
export type Made = { scene: ScenarioId; rung: Rung; text: string };

/** The quiz: one scene at a time, the end page, and the page of a finished run. */
export class QuizPage {
	readonly total: number;
	readonly heading: Locator;
	readonly stem: Locator;
	readonly question: Locator;
	readonly options: Locator;
	readonly next: Locator;
	readonly back: Locator;
	readonly skip: Locator;
	readonly seeResult: Locator;
	readonly leave: Locator;
	readonly startOver: Locator;
	readonly undo: Locator;
	readonly dialog: Locator;
	readonly map: Locator;
	readonly skipCost: Locator;

	constructor(
		readonly page: Page,
		readonly language: Language,
		readonly form: FormId
	) {
		this.total = FORMS[form].scenarioIds.length;
		this.heading = page.getByRole('heading', { level: 1 });
		this.stem = page.locator('#stem');
		this.question = page.getByRole('group', { name: this.say('quiz.question') });
		this.options = this.question.getByRole('radio');
		this.next = this.button('quiz.actions.next');
		this.back = this.button('quiz.actions.back');
		this.skip = this.button('quiz.actions.skip');
		this.seeResult = this.button('quiz.actions.finish');
		this.leave = page.getByRole('link', { name: this.say('quiz.actions.leave'), exact: true });
		this.startOver = this.button('quiz.actions.startOver');
		this.undo = this.button('quiz.actions.undo');
		this.dialog = page.getByRole('dialog', { name: this.say('ending.startOver.heading') });
		this.map = page.locator('summary').filter({ hasText: this.say('quiz.progress.map') });
		this.skipCost = page.locator('#skip-cost');
	}

	say(key: MessageKey, values?: Record<string, string | number>) {
		return say(this.language, key, values);
	}

	button(key: MessageKey): Locator {
		return this.page.getByRole('button', { name: this.say(key), exact: true });
	}

	notice(key: MessageKey): Locator {
		return this.page.getByRole('status').getByText(this.say(key));
	}

	get path() {
		return inLanguage(this.language, `/quiz/${this.form}`);
	}

	/** Opens the quiz where one left off, or at a scene (from 1), or at the end. */
	async open(at?: number | 'end') {
		await this.page.goto(at === undefined ? this.path : `${this.path}#${at}`);
		await this.expectListening();
	}

	/** The server sends the first scene; keys are heard when the run is opened in the browser. */
	async expectListening() {
		await expect(this.page.locator('.walk')).toBeVisible();
		await expect(this.page.locator('[data-opening]')).toHaveCount(0);
	}

	/** Waits for scene n, counted from 1. */
	async expectScene(n: number) {
		await expect(this.heading).toHaveText(this.say('quiz.progress.label', { n, total: this.total }));
	}

	async expectEnd() {
		await expect(this.heading).toHaveText(
			new RegExp(`^(${[0, 3].map((missing) => this.say('ending.heading', { missing })).join('|')})$`)
		);
	}

	/** What the option at a position (from 0) says, and which rung of which scene it is. */
	async read(position: number): Promise<Made> {
		const texts = await this.question.locator('label span').allTextContents();
		const { id, rungs } = recognise(this.language, (await this.stem.textContent()) ?? '', texts);
		return { scene: id, rung: rungs[position] as Rung, text: (texts[position] ?? '').trim() };
	}

	/** Chooses the option at a position, from 0. */
	async choose(position: number) {
		await this.options.nth(position).click();
		await expect(this.options.nth(position)).toBeChecked();
	}

	/** A scene in the list of all scenes, from 1. */
	mapEntry(n: number, state: 'answered' | 'skipped' | 'other'): Locator {
		return this.page.getByRole('button', {
			name: this.say('quiz.progress.scene', { n, state }),
			exact: true
		});
	}

	async expectAnswered(count: number) {
		await expect(
			this.page.locator('.progress').getByText(this.say('quiz.progress.answered', { count }))
		).toHaveCount(1);
	}

	/** Answers yes to "Start over?". */
	async confirmStartOver() {
		await this.startOver.click();
		await this.dialog
			.getByRole('button', { name: this.say('ending.startOver.confirm'), exact: true })
			.click();
	}
}
