import { NO_NETWORK, STATUS_4XX } from './support/fixtures';
import { expect, pressKey, test, type Hall } from './support/workshop';

// What becomes of a press on a clicker, where the one who leads looks: on the screen.

test.use({ expectedErrors: new RegExp(`${STATUS_4XX.source}|${NO_NETWORK.source}`) });

const SCENES = ['thin-post', 'free-audit'] as const;
const STEPS = '**/host/steps';

/** The screen in the browser that holds the key. */
async function leading(hall: Hall) {
	const workshop = await hall.open({ scenes: SCENES, smallestGroup: 3 });
	const host = await workshop.host();
	const screen = await host.openScreen();
	await expect(screen.text('group.lobby.here', { count: 0 })).toBeVisible();
	const bar = screen.page.locator('.notices');
	return { workshop, host, screen, bar };
}

test('says that a press did not reach the server, until the next one does', async ({ hall }) => {
	const { screen, bar } = await leading(hall);
	await screen.page.route(STEPS, (route) => route.abort());
	await pressKey(screen.page, 'PageDown');
	await expect(bar.getByText(screen.say('group.press.notSent'))).toBeVisible();
	await screen.page.unroute(STEPS);
	await pressKey(screen.page, 'PageDown');
	await screen.expectAsked('thin-post');
	await expect(bar).toHaveCount(0);
});

for (const [status, key] of [
	[409, 'group.press.stale'],
	[400, 'group.press.refused']
] as const)
	test(`says what a press met that was answered with ${status}`, async ({ hall }) => {
		const { screen, bar } = await leading(hall);
		await screen.page.route(STEPS, (route) => route.fulfill({ status, json: { reason: 'stale' } }));
		await pressKey(screen.page, 'PageDown');
		await expect(bar.getByText(screen.say(key))).toBeVisible();
		await expect(screen.text('group.lobby.here', { count: 0 })).toBeVisible();
		await screen.page.unroute(STEPS);
		await pressKey(screen.page, 'PageDown');
		await screen.expectAsked('thin-post');
	});

test('says that a press is on its way, where that takes long', async ({ hall }) => {
	const { screen, bar } = await leading(hall);
	const { promise: released, resolve: release } = Promise.withResolvers<void>();
	await screen.page.route(STEPS, async (route) => {
		await released;
		await route.continue();
	});
	await pressKey(screen.page, 'PageDown');
	await expect(bar.getByText(screen.say('group.press.sending'))).toBeVisible();
	release();
	await screen.expectAsked('thin-post');
	await expect(bar).toHaveCount(0);
});

test('says that it is offline, and goes on by itself', async ({ hall }) => {
	const { workshop, screen } = await leading(hall);
	await screen.page.context().setOffline(true);
	await expect(screen.lost).toBeVisible();
	await screen.page.context().setOffline(false);
	await expect(screen.lost).toHaveCount(0);
	await pressKey(screen.page, 'PageDown');
	await screen.expectAsked('thin-post');
	expect((await workshop.state()).stage).toBe('scene');
});

test('says once that keys lead nothing in a browser without the key', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES, smallestGroup: 3 });
	const screen = await workshop.screen();
	await expect(screen.text('group.lobby.here', { count: 0 })).toBeVisible();
	const said = screen.page.locator('.notices').getByText(screen.say('group.press.notHost'));
	await expect(async () => {
		await pressKey(screen.page, 'PageDown');
		await expect(said).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await expect(said).toBeHidden();
	expect((await workshop.state()).stage).toBe('lobby');
});
