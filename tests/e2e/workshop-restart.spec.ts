import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rung } from '../../src/lib/questions';
import type { ParticipantPage } from './pages/participant-page';
import { startServer } from '../support/server';
import { expect, test, together, type Hall } from './support/workshop';

const SCENES = ['thin-post', 'free-audit', 'testimonial'] as const;
const [FIRST, SECOND] = SCENES;

/** What browsers log while nobody answers; a proxy's 502 as well. */
const NOBODY_THERE =
	/ERR_CONNECTION_(REFUSED|RESET)|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|status of 502/;

/** We promise 5 seconds. A machine that does ten things at once may need longer without anything being wrong. */
const PATIENCE_MS = 15_000;

test.use({ expectedErrors: NOBODY_THERE });

/** A server that can be stopped and started again under the same address with the same data. */
async function startOn(port = 0, dataDir = mkdtempSync(join(tmpdir(), 'no-strings-restart-'))) {
	const server = await startServer({ PORT: String(port), DATA_DIR: dataDir });
	return {
		origin: server.base,
		stop: server.stop,
		startAgain: () => startOn(server.port, dataDir)
	};
}

/** A host, a screen and four participants, three of whom have answered the first scene. */
async function inTheMiddle(hall: Hall) {
	const workshop = await hall.open({ scenes: SCENES, smallestGroup: 3, language: 'ar' });
	const [host, screen, participants] = await Promise.all([
		workshop.host(),
		workshop.screen(),
		workshop.participants(['en', 'es', 'ar', 'en'])
	]);
	await host.press('start');
	await together(participants.slice(1), (participant, i) => participant.answer(FIRST, (i + 1) as Rung));
	await screen.expectAnswered(3, 4);
	return { workshop, host, screen, participants, first: participants[0] as ParticipantPage };
}

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
	test(`a server that ends by ${signal} and comes back has lost nothing and nobody`, async ({ hall }) => {
		const server = await startOn();
		const { workshop, host, screen, participants, first } = await inTheMiddle(hall.at(server.origin));
		const lines = [host, screen, ...participants];
		const before = await workshop.state();

		await test.step('everybody is told that the line is down, and a phone goes on', async () => {
			await server.stop(signal);
			for (const { lost } of lines) await expect(lost).toBeVisible();
			await first.choose(FIRST, 4);
			await expect(first.text('participant.scene.sending')).toBeVisible();
			await host.press('close');
			await expect(host.notice('host.notices.notSent')).toBeVisible();
		});
		const again = await test.step('it starts, and everybody is back without touching anything', async () => {
			const started = performance.now();
			const starting = server.startAgain();
			const took = await Promise.all(
				lines.map(async ({ lost }) => {
					await lost.waitFor({ state: 'hidden', timeout: PATIENCE_MS });
					return performance.now() - started;
				})
			);
			console.log(`${signal}: everybody is back ${(Math.max(...took) / 1000).toFixed(1)} s after the start`);
			return starting;
		});
		await test.step('every answer is there, also the one given meanwhile, and each counts once', async () => {
			await first.expectStored();
			await screen.expectAnswered(4, 4);
			const after = await workshop.state();
			expect(after).toEqual({ ...before, answered: 4, version: after.version });
			expect(after.version).toBeGreaterThan(before.version);
		});
		await test.step('the workshop goes on', async () => {
			await host.press('close');
			await host.undo('close').click();
			await host.press('close');
			await host.press('reveal');
			for (const { pictures } of lines) await pictures.expectShares(FIRST, [0, 25, 25, 25, 25]);
			await host.press('next');
			await together(participants, (participant) => participant.expectAsked(SECOND));
		});
		expect(await hall.close()).toEqual([]);
		await again.stop('SIGKILL');
	});
}

test('behind a proxy that says 502 meanwhile, host and screen come back all the same', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES });
	const host = await workshop.host();
	const opened = host.page.waitForEvent('popup');
	await host.screen.click();
	const screenPage = await opened;
	await expect(screenPage.getByText(host.say('group.lobby.here', { count: 0 }))).toBeVisible();

	// The streams end and are refused for a while; everything else is answered.
	let refused = 0;
	for (const page of [host.page, screenPage]) {
		await page.route(/\/events\b/, (route) => {
			refused++;
			return route.fulfill({ status: 502, body: 'Bad Gateway' });
		});
		await page.evaluate(() => window.dispatchEvent(new Event('online')));
	}
	await expect(host.lost).toBeVisible();
	await expect(screenPage.getByText(host.say('group.lost'))).toBeVisible();
	await expect.poll(() => refused).toBeGreaterThan(4);
	for (const page of [host.page, screenPage]) await page.unroute(/\/events\b/);
	await expect(host.lost).toBeHidden();
	await expect(screenPage.getByText(host.say('group.lost'))).toBeHidden();
	// The screen still leads.
	await screenPage.keyboard.press('PageDown');
	await host.expectStage('open');
});
