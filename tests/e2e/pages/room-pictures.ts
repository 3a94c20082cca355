import { expect, type Locator, type Page } from '@playwright/test';
import type { MessageKey } from '../../../src/lib/i18n';
import type { Language, Rung, ScenarioId } from '../../../src/lib/questions';
import { ZONES, type Zone } from '../../../src/lib/scoring';
import { say, scenesIn } from '../../support/words';

/** Pictures of a room, wherever they are shown, read as somebody reads them who does not see them. */
export class RoomPictures {
	/** How the room answered a scene. */
	readonly scene: Locator;
	/** Where everybody hangs. */
	readonly string: Locator;
	/** What is said instead of a picture of too few people. */
	readonly few: Locator;

	constructor(
		readonly scope: Page | Locator,
		readonly language: Language
	) {
		this.scene = scope.getByRole('table', { name: this.say('group.picture.table.caption') });
		this.string = scope.getByRole('table', { name: this.say('group.string.table.caption') });
		this.few = scope.getByText(this.say('group.picture.few.heading'), { exact: true });
	}

	say(key: MessageKey, values?: Record<string, string | number>) {
		return say(this.language, key, values);
	}

	/** Per cents by rung. */
	async expectShares(scene: ScenarioId, shares: readonly number[]) {
		await this.#expectRows(
			scene,
			shares.map((share) => this.say('group.picture.share', { share }))
		);
	}

	async expectNearlyAll(scene: ScenarioId, rung: Rung) {
		const others = this.say('group.picture.nearlyAll.others');
		await this.#expectRows(
			scene,
			[0, 1, 2, 3, 4].map((other) => (other === rung ? this.say('group.picture.nearlyAll.label') : others))
		);
	}

	async #expectRows(scene: ScenarioId, said: readonly string[]) {
		const rows = this.scene.locator('tbody tr');
		await expect(rows).toHaveCount(said.length);
		// Before the ladder they stand as the group saw them. A participant is also told which of them is their own.
		for (const [rung, option] of scenesIn(this.language)[scene].options.entries()) {
			const row = rows.filter({ has: this.#page.getByRole('rowheader').filter({ hasText: option }) });
			await expect(row.locator('td:last-child')).toHaveText(said[rung] as string);
		}
	}

	get #page(): Page {
		return 'page' in this.scope ? this.scope.page() : this.scope;
	}

	async expectFew(smallestGroup: number) {
		await expect(this.few).toBeVisible();
		await expect(
			this.scope.getByText(this.say('group.picture.few.text', { count: smallestGroup }))
		).toBeVisible();
		await expect(this.scene).toHaveCount(0);
	}

	/** The name of a place on a string of zones. */
	zone(place: number): string {
		return this.say(`terms.zones.${ZONES[place / 25] as Zone}.name`);
	}

	/** How many people hang in which zone, least place first. */
	async expectString(places: readonly (readonly [place: number, people: number])[]) {
		const rows = this.string.locator('tbody tr');
		await expect(rows.getByRole('rowheader')).toHaveText(places.map(([place]) => this.zone(place)));
		await expect(rows.getByRole('cell')).toHaveText(places.map(([, people]) => String(people)));
	}

	async expectStringOfFew(smallestGroup: number) {
		await expect(this.scope.getByText(this.say('group.string.few', { count: smallestGroup }))).toBeVisible();
		await expect(this.string).toHaveCount(0);
	}

	/** Nothing is said about anybody's answer. */
	async expectNone() {
		await expect(this.scene).toHaveCount(0);
		await expect(this.few).toHaveCount(0);
		await expect(this.string).toHaveCount(0);
	}
}
