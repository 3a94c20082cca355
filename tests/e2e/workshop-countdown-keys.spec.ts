import { OpeningPage } from './pages/opening-page';
import { HostPage } from './pages/host-page';
import { STATUS_4XX } from './support/fixtures';
import { expect, test } from './support/workshop';

const SCENES = ['thin-post', 'free-audit'] as const;

/** Seconds that a page says are left. */
const LEFT = /Closes in (\d+) seconds?/;

const secondsIn = (text: string | null) => Number(LEFT.exec(text ?? '')?.[1]);

test('keys on the screen start a countdown, make it longer and stop it', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES, smallestGroup: 3 });
	const [host, [participant]] = await Promise.all([workshop.host(), workshop.participants(['en'])]);
	if (!participant) throw new Error('nobody came');
	const screen = await host.openScreen();
	const ring = screen.page.locator('.status .ring');
	const left = participant.page.getByText(LEFT).and(participant.page.locator('[aria-hidden] *'));

	await host.press('start');
	await screen.expectAsked('thin-post');
	await screen.page.keyboard.press('+');
	await screen.page.keyboard.press('t');
	await expect(ring).toBeVisible();
	await expect(left).toBeVisible();
	expect(secondsIn(await left.textContent())).toBeLessThanOrEqual(60);
	await screen.page.keyboard.press('+');
	await expect.poll(async () => secondsIn(await left.textContent())).toBeGreaterThan(60);
	await screen.page.keyboard.press('t');
	await expect(ring).toHaveCount(0);
	await expect(left).toHaveCount(0);
	await screen.expectAsked('thin-post');
});

test('whoever listens to the screen hears when a countdown begins, its last seconds, and no others', async ({
	hall
}) => {
	const workshop = await hall.open({ scenes: SCENES, smallestGroup: 3, countdown: 15 });
	const [host, screen] = await Promise.all([workshop.host(), workshop.screen()]);
	await screen.page.evaluate(() => {
		const heard: string[] = [];
		new MutationObserver(() => {
			for (const { textContent } of document.querySelectorAll('[aria-live]'))
				if (textContent && textContent !== heard.at(-1) && /Closes|Time/.test(textContent))
					heard.push(textContent);
		}).observe(document.body, { subtree: true, childList: true, characterData: true });
		Object.assign(window, { heard });
	});
	await host.press('start');
	await screen.expectClosed();
	const heard = await screen.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
	const [begun, last, ...more] = heard;
	expect(secondsIn(begun ?? null)).toBeGreaterThan(10);
	expect(secondsIn(last ?? null)).toBeLessThanOrEqual(10);
	expect(more.every((text) => text === screen.say('group.countdown.over'))).toBe(true);
});

test.describe('the form that opens a workshop', () => {
	test.use({ expectedErrors: STATUS_4XX });

	test('takes a countdown for every scene, and says which it cannot be', async ({ hall }) => {
		const page = await hall.device('en');
		const opening = new OpeningPage(page, 'en');
		await opening.open();
		await opening.field('title').fill('In a hurry');
		const field = page.getByLabel(opening.say('workshops.form.countdown.label'), { exact: true });
		await field.fill('2');
		await field.evaluate((input: HTMLInputElement) => input.form?.setAttribute('novalidate', ''));
		await opening.submit.click();
		await expect(opening.summary).toBeVisible();
		await expect(field).toHaveAttribute('aria-invalid', 'true');
		await field.fill('45');
		await opening.submit.click();
		const { code } = await opening.expectOpened();
		const host = new HostPage(page, 'en', code);
		await host.whenReady(() => opening.toHost.click());
		await page.waitForURL(/\/w\/\w{6}\/host$/);
		const time = host.say('host.countdown.seconds', { count: 45 });
		await expect(host.text('host.countdown.chosen', { time })).toBeVisible();
		await host.press('start');
		await expect(page.getByText(LEFT).first()).toBeVisible();
	});
});
