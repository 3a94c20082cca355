import { expect, test } from './support/workshop';

const SCENES = ['thin-post', 'free-audit'] as const;
const HOUR = 3_600_000;

/** Seconds that a page says are left. */
const LEFT = /Closes in (\d+) seconds?/;

test('a countdown closes a scene by itself, on devices whose clocks are wrong as well', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES, countdown: 30, smallestGroup: 3 });
	const [host, screen, [participant]] = await Promise.all([
		workshop.host(),
		workshop.screen(),
		workshop.participants(['en'])
	]);
	if (!participant) throw new Error('nobody came');
	await participant.page.addInitScript((ahead) => {
		const now = Date.now.bind(Date);
		Date.now = () => now() + ahead;
	}, HOUR);
	await participant.page.reload();

	await test.step('everybody sees how long it stays open, and the room without a number', async () => {
		await host.press('start');
		await participant.expectAsked('thin-post');
		const said = participant.page.getByText(LEFT).and(participant.page.locator('[aria-hidden] *'));
		await expect(said).toBeVisible();
		const seconds = Number(LEFT.exec((await said.textContent()) ?? '')?.[1]);
		expect(seconds).toBeGreaterThan(10);
		expect(seconds).toBeLessThanOrEqual(30);
		await expect(screen.page.locator('.status .ring')).toBeVisible();
		await expect(screen.page.locator('.status .ring b')).toHaveCount(0);
	});

	await test.step('the host stops it, and gives another time', async () => {
		await host.button(host.say('host.countdown.stop')).click();
		await expect(screen.page.locator('.status .ring')).toHaveCount(0);
		await participant.answer('thin-post', 2);
		await host.page.getByText(host.say('host.countdown.own')).click();
		await host.page.getByRole('spinbutton').fill('10');
		await host.button(host.say('host.countdown.now')).click();
		await expect(screen.page.locator('.status .ring b')).toBeVisible();
	});

	await test.step('it closes, and undoing opens it again without another', async () => {
		await host.expectStage('closed');
		await screen.expectClosed();
		await expect(screen.page.locator('.status .ring')).toHaveCount(0);
		await host.undo('close').click();
		await participant.expectAsked('thin-post');
		await expect(participant.page.getByText(LEFT)).toHaveCount(0);
	});
});
