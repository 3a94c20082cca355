import { expect, type Locator, type Page } from '@playwright/test';
import type { MessageKey } from '../../../src/lib/i18n';
import type { Language, ScenarioId } from '../../../src/lib/questions';
import { inLanguage } from '../../support/routes';
import { say, scenesIn } from '../../support/words';
import { RoomPictures } from './room-pictures';

/** What everybody in the room sees. */
export class ScreenPage {
	readonly lost: Locator;
	readonly rehearsal: Locator;
	readonly options: Locator;
	readonly pictures: RoomPictures;

	constructor(
		readonly page: Page,
		readonly language: Language,
		readonly code: string
	) {
		this.lost = this.text('group.lost');
		this.rehearsal = this.text('group.rehearsal');
		this.options = page.locator('.asked ol li span');
		this.pictures = new RoomPictures(page, language);
	}

	say(key: MessageKey, values?: Record<string, string | number>) {
		return say(this.language, key, values);
	}

	text(key: MessageKey, values?: Record<string, string | number>): Locator {
		return this.page.getByText(this.say(key, values), { exact: true });
	}

	async open() {
		await this.page.goto(inLanguage(this.language, `/w/${this.code}/screen`));
	}

	/** How many have arrived. */
	async expectHere(count: number) {
		await expect(this.text('group.lobby.here', { count })).toBeVisible();
		await expect(this.page.locator('.lobby .threaded')).toHaveCount(count);
	}

	async expectAnswered(count: number, total: number) {
		await expect(this.text('group.scene.answered', { count, total })).toBeVisible();
		await expect(this.page.locator('footer .threaded')).toHaveCount(count);
		await expect(this.text('group.scene.everybody')).toHaveCount(count === total ? 1 : 0);
	}

	/** In a free workshop. */
	async expectThrough(count: number, total: number) {
		await expect(this.text('group.free.through', { count, total })).toBeVisible();
	}

	async expectPosition(n: number, total: number) {
		await expect(this.text('group.scene.position', { n, total })).toBeVisible();
	}

	/** The scene with its options, and nothing about any answer. */
	async expectAsked(scene: ScenarioId) {
		await expect(this.page.locator('.stem')).toHaveText(scenesIn(this.language)[scene].stem);
		await this.pictures.expectNone();
	}

	async expectClosed() {
		await expect(this.page.locator('footer').getByText(this.say('group.scene.closed'))).toBeVisible();
		await this.pictures.expectNone();
	}

	/** What those hear who do not see it. */
	async expectTold(key: MessageKey, values?: Record<string, string | number>) {
		await expect(this.page.locator('.screen [aria-live]')).toHaveText(this.say(key, values));
	}

	/** The address and the code with which people join; the one in the QR code ends with what nobody guesses. */
	async expectInvitation() {
		const address = `${new URL(this.page.url()).origin}/join/${this.code}`.replaceAll('.', '\\.');
		const name = new RegExp(`${address}/[0-9a-hjkmnp-tv-z]{8}`);
		await expect(this.page.getByRole('img', { name })).toBeVisible();
		await expect(this.page.locator('.code strong')).toHaveText(this.code);
	}
}
