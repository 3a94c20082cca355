import { expect, test } from './support/workshop';

const MINUTE = 60_000;

/** What the shortest agenda of the guide asks: twenty minutes, four of them before the first scene. */
const TASTE = ['linkedin-stranger', 'thin-post', 'dealer-host'] as const;

for (const [scenes, planned] of [
	[TASTE, 20],
	[['free-audit', 'testimonial'] as const, null]
] as const)
	test(`the host’s page says how long it has been, ${planned ? 'of what the agenda plans' : 'without an agenda'}`, async ({
		hall
	}) => {
		const workshop = await hall.open({ scenes, smallestGroup: 3 });
		const host = await workshop.host();
		await host.page.evaluate(() => {
			const now = Date.now.bind(Date);
			Object.assign(window, { ahead: 0 });
			Date.now = () => now() + (window as unknown as { ahead: number }).ahead;
		});
		const pass = (ahead: number) =>
			host.page.evaluate((ahead) => void Object.assign(window, { ahead }), ahead);
		if (planned) await expect(host.text('host.clock.planned', { planned })).toBeVisible();
		await host.press('start');
		await host.expectStage('open');
		if (planned) {
			await expect(host.text('host.clock.ofPlan', { minute: 4, planned })).toBeVisible();
			await expect(host.text('host.clock.until', { minute: 9 })).toBeVisible();
		} else await expect(host.text('host.clock.elapsed', { minute: 0 })).toBeVisible();
		await pass(3 * MINUTE);
		if (planned) await expect(host.text('host.clock.ofPlan', { minute: 7, planned })).toBeVisible();
		else await expect(host.text('host.clock.elapsed', { minute: 3 })).toBeVisible();
	});
