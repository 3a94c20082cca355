import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { ResultPage } from './pages/result-page';
import { SharePanel } from './pages/share-panel';
import { expect, test as base } from './support/fixtures';
import { currentBuild, makeNextBuild } from './support/next-build';
import { runKey, runWith } from '../support/runs';
import { putFinishedRun, putOnDevice } from './support/device';
import { startServer } from '../support/server';

const SERVER = 'tests/e2e/support/serve-build.ts';

/** A server of its own, whose build is replaced while tabs are open. No service worker: as over plain http. */
const test = base.extend<{ port: string; served: { deploy: () => Promise<void> } }>({
	port: async ({}, use) => {
		const probe = createServer().listen(0, '127.0.0.1');
		await once(probe, 'listening');
		const { port } = probe.address() as AddressInfo;
		await once(probe.close(), 'close');
		await use(String(port));
	},
	baseURL: async ({ port }, use) => use(`http://127.0.0.1:${port}`),
	served: [
		async ({ port }, use, info) => {
			const serve = (build: string) => startServer({ PORT: port, BUILD_FOLDER: build }, { program: SERVER });
			let server = await serve(currentBuild());
			await use({
				deploy: async () => {
					const next = info.outputPath('build');
					makeNextBuild(next);
					await server.stop();
					server = await serve(next);
				}
			});
			await server.stop();
		},
		{ auto: true }
	]
});

test.use({
	expectedErrors:
		/ERR_CONNECTION_(REFUSED|RESET)|status of 404|dynamically imported module|preload CSS|Refused to apply style/
});

/** Marks this document: a reload takes the mark away. */
const mark = (result: ResultPage) => result.page.evaluate(() => (document.title = 'before the deploy'));

test('a deploy before the first answer: the quiz goes on in the new version and ends with its result', async ({
	shortQuiz,
	served,
	result
}) => {
	await shortQuiz.open();
	await shortQuiz.expectScene(1);
	await mark(result);
	await served.deploy();
	await shortQuiz.choose(1);
	await expect(shortQuiz.page).not.toHaveTitle('before the deploy');
	await shortQuiz.expectScene(1);
	await expect(shortQuiz.options.nth(1)).toBeChecked();
	for (let n = 1; n <= shortQuiz.total; n++) {
		await shortQuiz.expectScene(n);
		await shortQuiz.choose(1);
		await shortQuiz.next.or(shortQuiz.seeResult).last().click();
	}
	await result.expectOpen();
	await expect(result.lead('own')).toBeVisible();
});

test('a deploy before the finish: the result is one more press away, with every answer', async ({
	page,
	shortQuiz,
	served,
	result,
	baseURL
}) => {
	await putOnDevice(page, { [runKey('short')]: runWith({ form: 'short', answered: 10, at: 9 }) }, baseURL);
	await shortQuiz.open(10);
	await shortQuiz.expectScene(10);
	await mark(result);
	await served.deploy();
	await shortQuiz.seeResult.click();
	await expect(page).not.toHaveTitle('before the deploy');
	await shortQuiz.expectScene(10);
	await shortQuiz.seeResult.click();
	await result.expectOpen();
	await expect(result.figures).toContainText('10 of 10 scenes answered');
});

test('a deploy with a scene skipped: the list of open scenes is there, in the new version', async ({
	page,
	shortQuiz,
	served,
	baseURL
}) => {
	await putOnDevice(
		page,
		{ [runKey('short')]: runWith({ form: 'short', answered: 9, skipped: 1, at: 9 }) },
		baseURL
	);
	await shortQuiz.open(10);
	await served.deploy();
	await shortQuiz.next.click();
	await shortQuiz.expectEnd();
	await expect(page).toHaveURL(/#end$/);
	await expect(shortQuiz.seeResult).toBeVisible();
});

test('a deploy under a result: what comes late comes from the new version', async ({
	page,
	result,
	served,
	baseURL
}) => {
	const { code } = await putFinishedRun(page, {}, baseURL);
	await result.open(code);
	await expect(result.scenes).toBeVisible();
	await served.deploy();
	// The first press reloads the page.
	await new SharePanel(page, 'en').reach();
});
