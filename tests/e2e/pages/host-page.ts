import { expect, type Locator, type Page } from '@playwright/test';
import type { MessageKey } from '../../../src/lib/i18n';
import type { Language, ScenarioId } from '../../../src/lib/questions';
import { END_PARTS, SCENE_PARTS, type Part, type Step } from '../../../src/lib/group';
import { inLanguage } from '../../support/routes';
import { say, scenesIn } from '../../support/words';
import { RoomPictures } from './room-pictures';
import { ScreenPage } from './screen-page';

/** Few scenes of the quiz give no result, or not even a place. */
const SAID_AT_END = [...END_PARTS, 'stringOnly', 'ownPlace', 'noScore'] as const;

/** Where the host leads the workshop. */
export class HostPage {
	readonly lost: Locator;
	readonly screen: Locator;
	readonly report: Locator;
	readonly pictures: RoomPictures;

	constructor(
		readonly page: Page,
		readonly language: Language,
		readonly code: string
	) {
		this.lost = this.notice('host.notices.lost');
		this.screen = page.getByRole('link', { name: this.say('host.screen') });
		this.report = page.getByRole('link', { name: this.say('host.more.report') });
		this.pictures = new RoomPictures(page, language);
	}

	say(key: MessageKey, values?: Record<string, string | number>) {
		return say(this.language, key, values);
	}

	button(name: string): Locator {
		return this.page.getByRole('button', { name, exact: true });
	}

	/** Something that stands there to be seen. */
	text(key: MessageKey, values?: Record<string, string | number>): Locator {
		return this.page
			.getByText(this.say(key, values), { exact: true })
			.and(this.page.locator(':not(.visually-hidden)'));
	}

	notice(key: MessageKey): Locator {
		return this.page.getByRole('status').getByText(this.say(key), { exact: true });
	}

	/** Opens the page with the host link, of which nothing is left in the address. */
	async open(link: string) {
		await this.whenReady(() => this.page.goto(link));
		await expect(this.page).toHaveURL(inLanguage(this.language, `/w/${this.code}/host`));
	}

	/** Waits until the page listens: before, a press would be lost on a page without its script. */
	async whenReady(opening: () => Promise<unknown>) {
		const listening = this.page.waitForResponse((response) =>
			new URL(response.url()).pathname.endsWith('/host/events')
		);
		await opening();
		await listening;
	}

	/** Opens the screen in a tab of this browser, which may lead there, and waits until it does. */
	async openScreen(): Promise<ScreenPage> {
		const page = await this.page.context().newPage();
		const screen = new ScreenPage(page, this.language, this.code);
		const listening = page.waitForResponse((response) => response.url().includes('/host/events'));
		await screen.open();
		await listening;
		return screen;
	}

	step(step: Step): Locator {
		return this.button(this.say(`host.steps.${step}`));
	}

	/** Opens the report in a tab of its own. */
	async openReport(): Promise<Page> {
		const [page] = await Promise.all([this.page.waitForEvent('popup'), this.report.click()]);
		return page;
	}

	async press(step: Exclude<Step, 'startOver'>) {
		await this.step(step).click();
	}

	/** Shows a scene that too few have answered: the first press is told so. */
	async revealTooFew(count: number, smallest: number) {
		await this.press('reveal');
		await expect(this.text('group.tooFew', { count, smallest })).toBeVisible();
		await this.press('reveal');
	}

	undo(step: Step | 'rehearse'): Locator {
		return this.button(this.say('host.undo.action', { step: this.say(`host.undoes.${step}`) }));
	}

	/** Presses something that asks first, and says yes. */
	async confirm(opener: MessageKey, heading: MessageKey, yes: MessageKey) {
		await this.button(this.say(opener)).click();
		const dialog = this.page.getByRole('dialog', { name: this.say(heading) });
		await dialog.getByRole('button', { name: this.say(yes), exact: true }).click();
	}

	async startOver() {
		await this.confirm('host.steps.startOver', 'host.startOver.heading', 'host.startOver.yes');
	}

	async deleteNow() {
		await this.confirm('host.delete.open', 'host.delete.heading', 'host.delete.yes');
	}

	async expectHere(joined: number) {
		await expect(this.text('host.joined', { joined })).toBeVisible();
	}

	async expectAnswered(answered: number, joined: number) {
		await expect(this.text('host.answered', { answered, joined })).toBeVisible();
	}

	async expectScene(scene: ScenarioId) {
		await expect(this.page.locator('#now')).toContainText(scenesIn(this.language)[scene].title);
	}

	async expectStage(stage: 'lobby' | 'few' | 'open' | 'closed' | 'sealed' | 'revealed' | 'end' | Part) {
		const said = stage === 'revealed' ? SCENE_PARTS : stage === 'end' ? SAID_AT_END : [stage];
		const [first, ...others] = said.map((words) => this.text(`host.stage.${words}`));
		await expect(others.reduce((any, other) => any.or(other), first as Locator)).toBeVisible();
	}
}
