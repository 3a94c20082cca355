import { expect, type Locator, type Page } from '@playwright/test';
import type { MessageKey } from '../../../src/lib/i18n';
import type { Language, Rung, ScenarioId } from '../../../src/lib/questions';
import { inLanguage } from '../../support/routes';
import { say, scenesIn } from '../../support/words';
import { RoomPictures } from './room-pictures';

/** A workshop's page for a participant. */
export class ParticipantPage {
	readonly join: Locator;
	readonly stem: Locator;
	readonly options: Locator;
	readonly lost: Locator;
	readonly pictures: RoomPictures;

	constructor(
		readonly page: Page,
		readonly language: Language,
		readonly code: string
	) {
		this.join = this.button('participant.welcome.go');
		this.stem = page.locator('#stem');
		this.options = page.getByRole('group', { name: this.say('quiz.question') }).getByRole('radio');
		this.lost = page.getByText(this.say('participant.link.lost'));
		this.pictures = new RoomPictures(page, language);
	}

	say(key: MessageKey, values?: Record<string, string | number>) {
		return say(this.language, key, values);
	}

	button(key: MessageKey): Locator {
		return this.page.getByRole('button', { name: this.say(key), exact: true });
	}

	heading(key: MessageKey, level = 1): Locator {
		return this.page.getByRole('heading', { name: this.say(key), exact: true, level });
	}

	/** Something that the page says, alone or among other things. */
	text(key: MessageKey, values?: Record<string, string | number>): Locator {
		return this.page.getByText(this.say(key, values));
	}

	/** Where the screen's QR code leads: to the participant's own language. */
	async scan() {
		await this.page.goto(`/join/${this.code}`);
		await this.expectHere();
	}

	/** Opens the workshop's page, as from the list of open pages. */
	async open() {
		await this.page.goto(inLanguage(this.language, `/w/${this.code}`));
	}

	async expectHere() {
		const path = inLanguage(this.language, `/w/${this.code}`);
		await expect(this.page).toHaveURL(({ pathname }) => pathname === path);
		await expect(this.page.locator('html')).toHaveAttribute('lang', this.language);
	}

	async sitDown() {
		await this.join.click();
		await expect(this.join).toBeHidden();
		// The button has another name while the server is asked.
		await expect(this.button('participant.welcome.joining')).toBeHidden();
	}

	async expectLobby() {
		await expect(this.heading('participant.lobby.heading')).toBeVisible();
	}

	/** Waits for a scene to answer. */
	async expectAsked(scene: ScenarioId) {
		await expect(this.stem).toHaveText(scenesIn(this.language)[scene].stem);
		await expect(this.options).toHaveCount(5);
	}

	/** Waits until a scene cannot be answered any more, with its picture or without. */
	async expectClosed(scene: ScenarioId) {
		const { title } = scenesIn(this.language)[scene];
		await expect(this.page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
	}

	option(scene: ScenarioId, rung: Rung): Locator {
		const name = scenesIn(this.language)[scene].options[rung];
		return this.page.getByRole('radio', { name, exact: true });
	}

	/** Chooses, whether or not there is a network. */
	async choose(scene: ScenarioId, rung: Rung) {
		await this.expectAsked(scene);
		await this.option(scene, rung).click();
		await expect(this.option(scene, rung)).toBeChecked();
	}

	/** Chooses, and waits until the server has it. */
	async answer(scene: ScenarioId, rung: Rung) {
		await this.choose(scene, rung);
		await this.expectStored();
	}

	async expectStored() {
		await expect(this.text('participant.scene.stored')).toBeVisible();
	}

	async sitOut(scene: ScenarioId) {
		await this.expectAsked(scene);
		await this.button('participant.scene.sitOut').click();
		await expect(this.text('participant.scene.satOut')).toBeVisible();
		await expect(this.options.and(this.page.locator(':checked'))).toHaveCount(0);
	}

	/** What it says about one's own answer to a scene that is closed. */
	async expectOwn(scene: ScenarioId, rung: Rung | null) {
		await this.expectClosed(scene);
		if (rung === null) await expect(this.text('participant.scene.none')).toBeVisible();
		else {
			const option = scenesIn(this.language)[scene].options[rung];
			const told = this.page.getByText(`${this.say('participant.scene.chosen')} ${option}`);
			// Where the room's picture shows every option, one's own is marked in it.
			const marked = this.page.getByRole('rowheader', {
				name: `${option} (${this.say('group.picture.own')})`
			});
			await expect(told.or(marked).first()).toBeVisible();
		}
	}

	/** In a free workshop: to the next scene. */
	async goOn() {
		await this.button('participant.scene.next').click();
	}
}
