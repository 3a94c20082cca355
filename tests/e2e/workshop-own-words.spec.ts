import type { BrowserContext } from '@playwright/test';
import { ownScene } from '../support/own-scenes';
import { ParticipantPage } from './pages/participant-page';
import { ScreenPage } from './pages/screen-page';
import { expect, test } from './support/workshop';

// Words that a host wrote come by an address of their own, which may fail where the page itself came.

const STEM = 'Somebody serves tea before prices are talked about.';
const OWN = [ownScene('own-tea', { stem: STEM, rungs: [0, 4], options: ['I drink it.', 'I ask why.'] })];
const PAGE = /\/w\/\w{6}(\/screen)?(\?|$)/;
const WORDS = /\/w\/\w{6}\/scenes(\?|$)/;
const WORDS_IN_PAGE = /<script type="application\/json"[^>]*data-url="[^"]*\/scenes["?].*?<\/script>/s;

test.use({ expectedErrors: /server responded with a status of (401|410|503)|ERR_INCOMPLETE/ });

/** Takes the words out of each page, and refuses the first requests for them. */
async function withhold(network: BrowserContext, refusals = Infinity) {
	await network.route(PAGE, async (route) => {
		const response = await route.fetch();
		const html = await response.text();
		expect(html).toMatch(WORDS_IN_PAGE);
		await route.fulfill({ response, body: html.replace(WORDS_IN_PAGE, '') });
	});
	await network.route(WORDS, (route) => route.fulfill({ status: 503, json: { reason: 'unavailable' } }), {
		times: refusals
	});
}

test.describe('words that did not come with the page', () => {
	test('come by themselves', async ({ hall }) => {
		const workshop = await hall.open({ scenes: ['own-tea'], own: OWN });
		const participant = new ParticipantPage(await hall.device(), 'en', workshop.code);
		await withhold(participant.page.context(), 2);
		const answer = participant.page.waitForResponse(WORDS);
		await participant.open();
		expect((await answer).status()).toBe(503);
		await participant.sitDown();
		const host = await workshop.host();
		await host.press('start');
		await expect(participant.page.locator('.stem')).toHaveText(STEM);
		await expect(participant.text('group.own.missing')).toBeHidden();
	});

	test('can be asked for with a button', async ({ hall }) => {
		const workshop = await hall.open({ scenes: ['own-tea'], own: OWN });
		const participant = new ParticipantPage(await hall.device(), 'en', workshop.code);
		const { page } = participant;
		await withhold(page.context());
		await participant.open();
		await participant.sitDown();
		const host = await workshop.host();
		await host.press('start');
		await expect(participant.text('group.own.missing')).toBeVisible();
		// After six refusals the page waits for longer than this test does.
		for (let press = 0; press < 5; press++)
			await Promise.all([page.waitForResponse(WORDS), participant.button('group.own.ask').click()]);
		await page.context().unroute(WORDS);
		await participant.button('group.own.ask').click();
		await expect(page.locator('.stem')).toHaveText(STEM);
		await expect(participant.text('group.own.missing')).toBeHidden();
	});

	test('are asked for no more on the screen of a workshop that is over', async ({ hall }) => {
		const workshop = await hall.open({ scenes: ['own-tea'], own: OWN });
		const screen = new ScreenPage(await hall.device(), 'en', workshop.code);
		await withhold(screen.page.context());
		await screen.open();
		const ask = screen.page.getByRole('button', { name: screen.say('group.own.ask') });
		await expect(ask).toBeVisible();
		const host = await workshop.host();
		await host.deleteNow();
		await expect(screen.text('group.gone.heading')).toBeVisible();
		await expect(ask).toBeHidden();
	});
});
