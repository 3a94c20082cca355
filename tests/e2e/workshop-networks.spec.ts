import type { Page } from '@playwright/test';
import { DeskPage } from './pages/desk-page';
import { PhonePage } from './pages/phone-page';
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
	const desk = await workshop.desk();
	const context = desk.page.context();
	const opened = context.waitForEvent('page');
	await desk.screen.click();
	const screen = await opened;
	await screen.waitForLoadState();
	await turn(desk.page, 'hidden');
	const tabs: PhonePage[] = [];
	for (let n = 0; n < 8; n++) {
		const before = tabs.at(-1);
		if (before) await turn(before.page, 'hidden');
		const tab = new PhonePage(await context.newPage(), 'en', workshop.code);
		await tab.open();
		if (n === 0) await tab.sitDown();
		await tab.expectLobby();
		tabs.push(tab);
	}
	expect(context.pages()).toHaveLength(10);
	const [seen, last] = [tabs.at(0) as PhonePage, tabs.at(-1) as PhonePage];
	await turn(desk.page, 'visible');
	await desk.press('start');
	await last.answer(FIRST, 2);
	await expect(screen.getByText('1', { exact: false }).first()).toBeVisible();
	await desk.expectAnswered(1, 1);

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
		const desk = await workshop.desk();
		const behind = await hall.at(proxy.origin).workshop(workshop.code, workshop.link, 'en').phone();
		await behind.sitDown();
		await behind.expectLobby();
		await desk.press('start');
		await behind.answer(FIRST, 3);
		await desk.expectAnswered(1, 1);
		await desk.press('close');
		await behind.expectClosed(FIRST);
		await desk.revealTooFew(1, 5);
		await desk.press('next');
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
		const desk = await workshop.desk();
		const page = await hall.at(proxy.origin).device('en');
		await page.goto(workshop.link.replace(baseURL ?? '', proxy.origin));
		const other = new DeskPage(page, 'en', workshop.code);
		await desk.press('start');
		await other.expectScene(FIRST);
		await other.press('close');
		await desk.expectStage('closed');
	} finally {
		await proxy.stop();
	}
});

test('a page from the HTTP cache takes no seat and no answer away', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES });
	const desk = await workshop.desk();
	const phone = await workshop.phone();
	const old = await (await phone.page.request.get(phone.page.url())).text();
	await phone.sitDown();
	await desk.press('start');
	const network = phone.page.context();
	await phone.expectAsked(FIRST);
	const lost = /\/(answers|events|state)(\?|$)/;
	await network.route(lost, (route) => route.abort());
	await phone.choose(FIRST, 4);
	await phone.page.route(phone.page.url(), (route) =>
		route.fulfill({ body: old, contentType: 'text/html; charset=utf-8' })
	);
	await phone.page.reload();
	await expect(phone.text('phone.link.unsent', { count: 1 })).toBeVisible();
	await network.unroute(lost);
	await phone.expectAsked(FIRST);
	await expect(phone.option(FIRST, 4)).toBeChecked();
	await phone.expectStored();
	await desk.expectAnswered(1, 1);
});

test('a browser that refuses cookies is told so, and is one person at most', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES });
	const desk = await workshop.desk();
	const phone = await workshop.phone('es');
	await phone.page.context().route(/\/seat(\?|$)/, async (route) => {
		const response = await route.fetch();
		const headers = response.headers();
		delete headers['set-cookie'];
		await phone.page.context().clearCookies();
		await route.fulfill({ response, headers });
	});
	for (let attempt = 0; attempt < 2; attempt++) {
		await phone.join.click();
		await expect(phone.text('phone.notices.noCookies')).toBeVisible();
		await expect(phone.join).toBeEnabled();
	}
	expect((await workshop.state()).joined).toBeLessThanOrEqual(1);
	await phone.page.context().unroute(/\/seat(\?|$)/);
	await phone.sitDown();
	await phone.expectLobby();
	await desk.expectHere(1);
});

test('a free workshop that is started over while a participant sleeps begins at the first scene', async ({
	hall
}) => {
	const workshop = await hall.open({ scenes: SCENES, pace: 'free' });
	const desk = await workshop.desk();
	const [phone] = (await workshop.phones(['en'])) as [PhonePage];
	await desk.press('start');
	for (const scene of SCENES) {
		await phone.answer(scene, 1);
		await phone.goOn();
	}
	await expect(phone.heading('phone.free.heading')).toBeVisible();
	await turn(phone.page, 'hidden');
	await desk.startOver();
	await desk.press('start');
	await desk.expectStage('open');
	await turn(phone.page, 'visible');
	await phone.expectAsked(FIRST);
});
