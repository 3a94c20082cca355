import { LIMITS } from '../../src/lib/server/security/limits';
import { ErrorPage } from './pages/error-page';
import { ScreenPage } from './pages/screen-page';
import { STATUS_4XX } from './support/fixtures';
import { expect, pressKey, test } from './support/workshop';

const SCENES = ['thin-post', 'free-audit', 'testimonial'] as const;

test('a workshop is led from two devices as from one', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES });
	const [laptop, tablet] = await Promise.all([workshop.host(), workshop.host()]);

	await test.step('the host link opens the host’s page anywhere, and its key is nowhere to be seen', async () => {
		expect(workshop.link).toContain('?key=');
		const key = new URL(workshop.link).searchParams.get('key') ?? '';
		for (const { page } of [laptop, tablet]) {
			expect(await page.content()).not.toContain(key);
			expect(await page.evaluate(() => [document.cookie, document.referrer].join())).not.toContain(key);
			await page.goBack();
			expect(page.url()).not.toContain(key);
			await page.goForward();
		}
		await Promise.all([laptop, tablet].map((host) => host.expectStage('lobby')));
	});

	await test.step('what one does the other sees', async () => {
		await laptop.press('start');
		await tablet.expectScene(SCENES[0]);
		await tablet.expectStage('open');
		await tablet.press('close');
		await laptop.expectStage('closed');
		await laptop.undo('close').click();
		await tablet.expectStage('open');
	});
});

test.describe('two presses at once', () => {
	test.use({ expectedErrors: STATUS_4XX });

	test('are one step, and the second is told so', async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const hosts = await Promise.all([workshop.host(), workshop.host()]);
		await hosts[0]?.press('start');
		await Promise.all(hosts.map((host) => host.expectStage('open')));

		// Both presses are on their way before either has arrived.
		let pressed = 0;
		const both = Promise.withResolvers<void>();
		for (const { page } of hosts) {
			await page.route('**/host/steps', async (route) => {
				if (++pressed === hosts.length) both.resolve();
				await both.promise;
				await route.continue();
			});
		}
		await Promise.all(hosts.map((host) => host.press('close')));
		await Promise.all(hosts.map((host) => host.expectStage('closed')));
		const told = await Promise.all(
			hosts.map(async (host) => {
				await expect(host.step('reveal')).toBeEnabled();
				return host.notice('host.notices.stale').count();
			})
		);
		expect(told.sort()).toEqual([0, 1]);
		expect(await workshop.state()).toMatchObject({ at: 0, statuses: ['closed', 'waiting', 'waiting'] });
	});

	test('of which one arrives late change nothing', async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const [laptop, tablet] = await Promise.all([workshop.host(), workshop.host()]);
		const late = Promise.withResolvers<void>();
		await tablet.page.route('**/host/steps', async (route) => {
			await late.promise;
			await route.continue();
		});
		await tablet.press('start');
		await laptop.press('start');
		await laptop.press('close');
		await laptop.expectStage('closed');
		late.resolve();
		await expect(tablet.notice('host.notices.stale')).toBeVisible();
		await Promise.all([laptop, tablet].map((host) => host.expectStage('closed')));
	});
});

test('the screen in the host’s own browser goes on with a clicker', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES, language: 'es' });
	const host = await workshop.host();
	const opened = host.page.waitForEvent('popup');
	await host.screen.click();
	const screen = new ScreenPage(await opened, 'es', workshop.code);
	await screen.expectHere(0);
	await screen.expectInvitation();
	for (const [key, stage] of [
		['PageDown', 'open'],
		['ArrowRight', 'closed'],
		['Space', 'few'],
		['PageDown', 'question'],
		['PageDown', 'open'],
		['PageDown', 'closed'],
		['PageUp', 'question']
	] as const) {
		// Nobody has answered: the first press is told so.
		if (key === 'Space') {
			await pressKey(screen.page, key);
			await expect(screen.text('group.tooFew', { count: 1, smallest: 5 })).toBeVisible();
		}
		const taken = screen.page.waitForResponse('**/host/steps');
		await pressKey(screen.page, key);
		await (await taken).finished();
		await host.expectStage(stage);
	}
	await host.expectScene(SCENES[0]);
});

test.describe('somebody without the link', () => {
	test.use({ expectedErrors: STATUS_4XX });

	test('is told in their language what opens the host’s page', async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const page = await hall.device('es');
		const error = new ErrorPage(page, 'es');
		for (const path of ['host', 'host/report', `host?key=${'x'.repeat(24)}`, 'host?key=']) {
			expect(await error.open(`/w/${workshop.code}/${path}`)).toBe(401);
			await error.expectToSay('refusal.heading', 'refusal.notHost');
			expect(await page.context().cookies()).toEqual([]);
		}
		for (const path of ['events', 'report/report.json', 'report/rows.csv']) {
			const response = await page.request.get(`/w/${workshop.code}/host/${path}`);
			expect(response.status()).toBe(401);
			expect(await response.json()).toEqual({ reason: 'notHost' });
		}
	});
});

test('the screen may be opened as often as one likes, without seeming to guess keys', async ({ hall }) => {
	const { code } = await hall.open({ scenes: SCENES });
	for (let i = 0; i <= LIMITS.wrongKeys.points; i++) {
		expect((await hall.request.get(`/w/${code}/host/events`)).status()).toBe(401);
	}
	await hall.open({ scenes: SCENES });
});
