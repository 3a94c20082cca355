import type { Page } from '@playwright/test';
import { HostPage } from './pages/host-page';
import { ParticipantPage } from './pages/participant-page';
import { STATUS_4XX } from './support/fixtures';
import { startHoldingProxy } from './support/holding-proxy';
import { expect, test } from './support/workshop';

const SCENES = ['thin-post', 'free-audit'] as const;
const [FIRST, SECOND] = SCENES;

test.use({ expectedErrors: new RegExp(`${STATUS_4XX.source}|ERR_EMPTY_RESPONSE|ERR_FAILED|ERR_CONNECTION`) });

/** Playwright's pages all count as seen. */
function turn(page: Page, state: 'hidden' | 'visible') {
	return page.evaluate((state) => {
		Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
		document.dispatchEvent(new Event('visibilitychange'));
	}, state);
}

test('ten tabs of one browser all work, though it opens six connections to a host', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES });
	const host = await workshop.host();
	const context = host.page.context();
	const opened = context.waitForEvent('page');
	await host.screen.click();
	const screen = await opened;
	await screen.waitForLoadState();
	await turn(host.page, 'hidden');
	const tabs: ParticipantPage[] = [];
	for (let n = 0; n < 8; n++) {
		const before = tabs.at(-1);
		if (before) await turn(before.page, 'hidden');
		const tab = new ParticipantPage(await context.newPage(), 'en', workshop.code);
		await tab.open();
		if (n === 0) await tab.sitDown();
		await tab.expectLobby();
		tabs.push(tab);
	}
	expect(context.pages()).toHaveLength(10);
	const [seen, last] = [tabs.at(0) as ParticipantPage, tabs.at(-1) as ParticipantPage];
	await turn(host.page, 'visible');
	await host.press('start');
	await last.answer(FIRST, 2);
	await expect(screen.getByText('1', { exact: false }).first()).toBeVisible();
	await host.expectAnswered(1, 1);

	await test.step('a tab that is seen again shows where the workshop is', async () => {
		await turn(seen.page, 'visible');
		await expect(seen.option(FIRST, 2)).toBeChecked();
	});
});

test('behind a proxy that holds streams back, a participant follows and answers', async ({
	hall,
	baseURL
}) => {
	const proxy = await startHoldingProxy(baseURL ?? '');
	try {
		const workshop = await hall.open({ scenes: SCENES });
		const host = await workshop.host();
		const behind = await hall.at(proxy.origin).workshop(workshop.code, workshop.link, 'en').participant();
		await behind.sitDown();
		await behind.expectLobby();
		await host.press('start');
		await behind.answer(FIRST, 3);
		await host.expectAnswered(1, 1);
		await host.press('close');
		await behind.expectClosed(FIRST);
		await host.revealTooFew(1, 5);
		await host.press('next');
		await behind.expectAsked(SECOND);
		await expect(behind.lost).toBeHidden();
	} finally {
		await proxy.stop();
	}
});

test('behind such a proxy the host leads from one page and sees it on another', async ({ hall, baseURL }) => {
	const proxy = await startHoldingProxy(baseURL ?? '');
	try {
		const workshop = await hall.open({ scenes: SCENES });
		const host = await workshop.host();
		const page = await hall.at(proxy.origin).device('en');
		await page.goto(workshop.link.replace(baseURL ?? '', proxy.origin));
		const other = new HostPage(page, 'en', workshop.code);
		await host.press('start');
		await other.expectScene(FIRST);
		await other.press('close');
		await host.expectStage('closed');
	} finally {
		await proxy.stop();
	}
});

test('a page from the HTTP cache takes no seat and no answer away', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES });
	const host = await workshop.host();
	const participant = await workshop.participant();
	const old = await (await participant.page.request.get(participant.page.url())).text();
	await participant.sitDown();
	await host.press('start');
	const network = participant.page.context();
	await participant.expectAsked(FIRST);
	const lost = /\/(answers|events|state)(\?|$)/;
	await network.route(lost, (route) => route.abort());
	await participant.choose(FIRST, 4);
	await participant.page.route(participant.page.url(), (route) =>
		route.fulfill({ body: old, contentType: 'text/html; charset=utf-8' })
	);
	await participant.page.reload();
	await expect(participant.text('participant.link.unsent', { count: 1 })).toBeVisible();
	await network.unroute(lost);
	await participant.expectAsked(FIRST);
	await expect(participant.option(FIRST, 4)).toBeChecked();
	await participant.expectStored();
	await host.expectAnswered(1, 1);
});

test('a browser that refuses cookies is told so, and is one person at most', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES });
	const host = await workshop.host();
	const participant = await workshop.participant('es');
	await participant.page.context().route(/\/seat(\?|$)/, async (route) => {
		const response = await route.fetch();
		const headers = response.headers();
		delete headers['set-cookie'];
		await participant.page.context().clearCookies();
		await route.fulfill({ response, headers });
	});
	for (let attempt = 0; attempt < 2; attempt++) {
		await participant.join.click();
		await expect(participant.text('participant.notices.noCookies')).toBeVisible();
		await expect(participant.join).toBeEnabled();
	}
	expect((await workshop.state()).joined).toBeLessThanOrEqual(1);
	await participant.page.context().unroute(/\/seat(\?|$)/);
	await participant.sitDown();
	await participant.expectLobby();
	await host.expectHere(1);
});

test('a free workshop that is started over while a participant sleeps begins at the first scene', async ({
	hall
}) => {
	const workshop = await hall.open({ scenes: SCENES, pace: 'free' });
	const host = await workshop.host();
	const [participant] = (await workshop.participants(['en'])) as [ParticipantPage];
	await host.press('start');
	for (const scene of SCENES) {
		await participant.answer(scene, 1);
		await participant.goOn();
	}
	await expect(participant.heading('participant.free.heading')).toBeVisible();
	await turn(participant.page, 'hidden');
	await host.startOver();
	await host.press('start');
	await host.expectStage('open');
	await turn(participant.page, 'visible');
	await participant.expectAsked(FIRST);
});
