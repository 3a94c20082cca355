import type { Download, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { scenesIn } from '../support/words';
import { HostPage } from './pages/host-page';
import { expect, test } from './support/workshop';
import { filesIn } from './support/zip';

const SCENES = ['thin-post', 'free-audit', 'testimonial'] as const;

async function saved(page: Page, press: () => Promise<void>): Promise<[Download, Buffer]> {
	const [download] = await Promise.all([page.waitForEvent('download'), press()]);
	return [download, await readFile(await download.path())];
}

const takeAll = (host: HostPage, count: number) =>
	saved(host.page, () => host.button(host.say('report.pictures.all', { count })).click());

async function expectSlide(png: Buffer) {
	const picture = sharp(png);
	expect(await picture.metadata()).toMatchObject({ format: 'png', width: 1920, height: 1080 });
	// Something is drawn upon the paper.
	expect((await picture.stats()).entropy).toBeGreaterThan(0.3);
}

async function rehearsed(host: HostPage) {
	await host.button(host.say('host.rehearsal.start')).click();
	await expect(host.notice('host.rehearsal.on')).toBeVisible();
	await host.press('start');
}

test('a host takes home a picture of what was shown, one by one and all at once', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES, title: 'Tuesday' });
	const host = await workshop.host();
	const heading = host.page.getByRole('heading', { name: host.say('report.pictures.heading') });
	await rehearsed(host);
	await host.press('close');
	await expect(heading).toBeHidden();
	await host.press('reveal');
	await expect(heading).toBeVisible();

	await test.step('one', async () => {
		await host.page.getByText(host.say('report.pictures.one'), { exact: true }).click();
		const [download, png] = await saved(host.page, () =>
			host.button(scenesIn('en')[SCENES[0]].title).click()
		);
		const file = `no-strings-${workshop.code}-01-thin-post.png`;
		expect(download.suggestedFilename()).toBe(file);
		await expectSlide(png);
		await expect(host.page.getByText(host.say('report.pictures.saved', { file }))).toBeVisible();
	});
	await test.step('all, with the parts of the end once there are some', async () => {
		for (const step of ['next', 'close', 'reveal', 'next', 'close', 'reveal', 'end'] as const)
			await host.press(step);
		await host.expectStage('end');
		const [download, zip] = await takeAll(host, 5);
		expect(download.suggestedFilename()).toBe(`no-strings-${workshop.code}.zip`);
		const files = filesIn(zip);
		expect([...files.keys()]).toEqual([
			'01-thin-post.png',
			'02-free-audit.png',
			'03-testimonial.png',
			'04-string.png',
			'05-splits.png'
		]);
		for (const png of files.values()) await expectSlide(png);
	});
	await test.step('the same from a page that has shown none of them', async () => {
		await host.whenReady(() => host.page.reload());
		const [, zip] = await takeAll(host, 5);
		expect(filesIn(zip).size).toBe(5);
	});
	await test.step('the same from the report, in its language', async () => {
		await host.page.goto(`/ar/w/${workshop.code}/host/report`);
		const [, zip] = await takeAll(new HostPage(host.page, 'ar', workshop.code), 5);
		expect([...filesIn(zip).keys()]).toHaveLength(5);
	});
});

test.describe('without an answer', () => {
	test.use({ expectedErrors: /status of 503/ });

	test('a host is told that there is no picture, and gets it on the next press', async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const host = await workshop.host();
		await rehearsed(host);
		await host.press('close');
		await host.press('reveal');
		const all = host.button(host.say('report.pictures.all', { count: 1 }));
		await expect(all).toBeVisible();
		await host.page.route('**/report.json', (route) =>
			route.fulfill({ status: 503, json: { reason: 'unavailable' } })
		);
		await all.click();
		await expect(host.page.getByText(host.say('report.pictures.failed'))).toBeVisible();
		await host.page.unroute('**/report.json');
		const [download] = await takeAll(host, 1);
		expect(download.suggestedFilename()).toContain('.zip');
	});
});
