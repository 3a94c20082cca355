import type { Page } from '@playwright/test';
import type { Rung, ScenarioId } from '../../src/lib/questions';
import { displayOrder } from '../../src/lib/group';
import { HostPage } from './pages/host-page';
import { ParticipantPage } from './pages/participant-page';
import { NO_NETWORK, STATUS_4XX } from './support/fixtures';
import { scenesIn } from '../support/words';
import { expect, pressKey, test } from './support/workshop';
import { SCENES, STILL, linkOf, openWorkshop } from './support/access-workshop';

test.use({ expectedErrors: new RegExp(`${STATUS_4XX.source}|${NO_NETWORK.source}`) });

test.describe('without a mouse', () => {
	test('a clicker leads the whole workshop', async ({ hall }) => {
		const { workshop } = await openWorkshop(hall, { scenes: SCENES.slice(0, 2) });
		const page = await hall.device('en', STILL);
		const host = new HostPage(page, 'en', workshop.code);
		await host.open(linkOf(workshop, 'en'));
		const press = async (key: string, stage: Parameters<HostPage['expectStage']>[0], scene?: ScenarioId) => {
			await pressKey(page, key);
			await host.expectStage(stage);
			if (scene) await host.expectScene(scene);
		};
		/** Nobody has answered: the first press only says that there would be nothing to see. */
		const reveal = async (key: string) => {
			await pressKey(page, key);
			await expect(host.text('group.tooFew', { count: 1, smallest: 3 })).toBeVisible();
			await press(key, 'few');
		};
		await host.expectStage('lobby');
		await press('PageDown', 'open', 'thin-post');
		await press('Space', 'closed');
		await reveal('PageDown');
		await press('PageDown', 'question');
		await press('PageUp', 'few');
		await press('Space', 'question');
		await press('ArrowRight', 'open', 'dealer-host');
		await press('PageDown', 'closed');
		await press('PageUp', 'question', 'thin-post');
		await press('PageDown', 'closed', 'dealer-host');
		await reveal('Space');
		await press('PageDown', 'question');
		await press('PageDown', 'end');
		const { step } = await workshop.hostSnapshot();
		// There is nothing further, and no key starts over.
		for (const key of ['PageDown', 'Space', 'ArrowRight', 'Enter', 'End']) await page.keyboard.press(key);
		await press('PageUp', 'question', 'dealer-host');
		expect((await workshop.hostSnapshot()).step).toBe(step + 1);
	});

	test('keys do on the host’s page what has the focus says, and nothing behind a dialog', async ({
		hall
	}) => {
		const { workshop } = await openWorkshop(hall, { scenes: SCENES.slice(0, 2) });
		const page = await hall.device('en', STILL);
		const host = new HostPage(page, 'en', workshop.code);
		await host.open(linkOf(workshop, 'en'));
		await host.step('start').focus();
		await page.keyboard.press('Enter');
		await host.expectStage('open');
		// Space on "undo" is undo, and not also "forward".
		await host.undo('start').focus();
		await page.keyboard.press('Space');
		await host.expectStage('lobby');
		await page.keyboard.press('PageDown');
		await host.expectStage('open');

		const { step } = await workshop.hostSnapshot();
		const opener = host.button(host.say('host.steps.startOver'));
		await opener.focus();
		await page.keyboard.press('Enter');
		const dialog = page.getByRole('dialog');
		await expect(dialog.getByRole('button', { name: host.say('host.startOver.no') })).toBeFocused();
		for (const key of ['PageDown', 'ArrowRight', 'PageUp']) await page.keyboard.press(key);
		await page.keyboard.press('Space');
		await expect(dialog).toBeHidden();
		await expect(opener).toBeFocused();
		await pressKey(page, 'PageDown');
		await host.expectStage('closed');
		expect((await workshop.hostSnapshot()).step, 'only the last key was one').toBe(step + 1);
	});

	test('the host’s page says what has changed, and focus stays with the button', async ({ hall }) => {
		const { workshop } = await openWorkshop(hall, { scenes: SCENES.slice(0, 2) });
		const page = await hall.device('en', STILL);
		const host = new HostPage(page, 'en', workshop.code);
		await host.open(linkOf(workshop, 'en'));
		await expect(host.notice('host.stage.lobby')).toBeVisible();
		await expect(
			page.getByRole('status').filter({ hasText: host.say('host.joined', { joined: 8 }) })
		).toHaveCount(1);
		await host.button(host.say('host.rehearsal.start')).focus();
		await page.keyboard.press('Enter');
		await expect(host.button(host.say('host.rehearsal.clear'))).toBeFocused();
		await host.step('start').focus();
		await page.keyboard.press('Enter');
		await expect(host.notice('host.stage.open')).toBeVisible();
		await expect(host.step('close')).toBeFocused();
	});

	test('everything on the host’s page is reached with Tab, and seen there', async ({ hall }) => {
		const { workshop } = await openWorkshop(hall, { scenes: SCENES.slice(0, 2) });
		await workshop.act('rehearse', 'start', 'close');
		const page = await hall.device('en', STILL);
		const host = new HostPage(page, 'en', workshop.code);
		await host.open(linkOf(workshop, 'en'));
		await expectEverythingReached(page);
	});

	test('a workshop is joined, answered and left with keys alone', async ({ hall }) => {
		const { workshop } = await openWorkshop(hall, { scenes: SCENES.slice(0, 2) });
		const page = await hall.device('en', STILL);
		const participant = new ParticipantPage(page, 'en', workshop.code);
		await participant.open();
		await expect(participant.join).toBeEnabled();
		await expectEverythingReached(page);
		await participant.join.focus();
		await page.keyboard.press('Enter');
		// Whoever listens to the page is led to what has come.
		await expect(participant.heading('participant.lobby.heading')).toBeFocused();

		await workshop.act('start');
		await participant.expectAsked('thin-post');
		const heading = page.getByRole('heading', { level: 1 });
		await expect(heading).toBeFocused();
		const order = displayOrder(workshop.code, 'thin-post');
		for (const [i, rung] of order.entries()) {
			await page.keyboard.press(String(i + 1));
			await expect(participant.option('thin-post', rung)).toBeChecked();
		}
		await participant.expectStored();
		await page.keyboard.press('6');
		await page.keyboard.press('0');
		await expect(participant.option('thin-post', order[4] as Rung)).toBeChecked();
		await page.keyboard.press('ArrowDown');
		await expect(participant.option('thin-post', order[4] as Rung)).toBeFocused();
		await page.keyboard.press('ArrowUp');
		await expect(participant.option('thin-post', order[3] as Rung)).toBeChecked();
		await expectEverythingReached(page);
		await participant.button('participant.scene.sitOut').focus();
		await page.keyboard.press('Enter');
		await expect(page.locator(':focus')).toHaveText(participant.say('participant.scene.satOut'));
		await page.keyboard.press('2');
		await participant.expectStored();
		expect((await workshop.room()).answered).toBe(1);

		const { title } = scenesIn('en')['thin-post'];
		await workshop.act('close');
		await participant.expectClosed('thin-post');
		await expect(heading).toBeFocused();
		await expect(heading).toHaveAccessibleDescription(
			new RegExp(participant.say('participant.scene.closed'))
		);
		await workshop.act('reveal');
		await expect(heading).toHaveAccessibleDescription(participant.say('group.tell.picture', { title }));
		await expect(heading).toBeFocused();
		await workshop.act('end');
		await expect(participant.heading('participant.end.heading')).toBeFocused();
	});
});

/** Tab comes to everything that can be used, in the order in which it stands there, and shows where it is. */
async function expectEverythingReached(page: Page) {
	await page.evaluate(() => {
		(document.activeElement as HTMLElement | null)?.blur();
		getSelection()?.removeAllRanges();
		window.scrollTo(0, 0);
	});
	const reached = new Set<string>();
	const names = await page.evaluate(() => {
		const usable = [
			...document.querySelectorAll<HTMLElement>(
				'main a[href], main button:not(:disabled), main summary, main input:not([type=radio])'
			)
		].filter((element) => element.checkVisibility() && !element.closest('dialog:not([open])'));
		usable.forEach((element, i) => (element.dataset['place'] = String(i)));
		return usable.map((element) => element.innerText);
	});
	expect(names.length).toBeGreaterThan(0);
	for (let presses = 0; presses < 80 && reached.size < names.length; presses++) {
		await page.keyboard.press('Tab');
		const at = await page.evaluate(() => {
			const element = document.activeElement as HTMLElement | null;
			if (!element?.dataset['place']) return null;
			const { outlineStyle, boxShadow } = getComputedStyle(element);
			return { place: element.dataset['place'], seen: outlineStyle !== 'none' || boxShadow !== 'none' };
		});
		if (!at) continue;
		expect.soft(at.seen, `focus on ${names[Number(at.place)]}`).toBe(true);
		reached.add(at.place);
	}
	expect([...reached]).toEqual(names.map((_, i) => String(i)));
}
