import type { Locator, Page, Route } from '@playwright/test';
import { HostPage } from './pages/host-page';
import { ErrorPage } from './pages/error-page';
import { expectNoBarrier, expectToFit } from './support/access';
import { STATUS_4XX } from './support/fixtures';
import { inLanguage } from '../support/routes';
import { expect, test } from './support/workshop';
import { ask, JSON_TYPE } from '../support/workshop-api';

const SCENES = ['thin-post', 'free-audit', 'testimonial'] as const;

const field = (host: HostPage): Locator =>
	host.page.getByLabel(host.say('host.elsewhere.label'), { exact: true });
const cookieOf = async (page: Page) => (await page.context().cookies())[0]?.value ?? '';

async function show(host: HostPage): Promise<string> {
	const button = host.button(host.say('host.elsewhere.show'));
	await button.focus();
	await host.page.keyboard.press('Enter');
	await expect(host.notice('host.elsewhere.said.shown')).toBeVisible();
	await expect(host.button(host.say('host.elsewhere.hide'))).toBeFocused();
	return field(host).inputValue();
}

const renew = (host: HostPage) =>
	host.confirm('host.elsewhere.renew.open', 'host.elsewhere.renew.heading', 'host.elsewhere.renew.yes');

for (const language of ['es', 'ar'] as const) {
	test(`the host’s page shows its link only while somebody wants to see it (${language})`, async ({
		hall
	}) => {
		const workshop = await hall.open({ scenes: SCENES });
		const { page } = await workshop.host();
		const host = new HostPage(page, language, workshop.code);
		await host.whenReady(() => page.goto(inLanguage(language, `/w/${workshop.code}/host`)));
		const key = await cookieOf(page);
		expect(await page.content()).not.toContain(key);

		const answer = page.waitForResponse('**/host/link');
		const link = await show(host);
		expect((await answer).headers()['cache-control']).toBe('no-store');
		const { origin } = new URL(page.url());
		expect(link).toBe(`${origin}${inLanguage(language, `/w/${workshop.code}/host`)}?key=${key}`);
		await expect(page.getByRole('img', { name: host.say('host.elsewhere.qr') })).toBeVisible();
		await expectNoBarrier(page, 'the host’s page that shows its link');
		await page.setViewportSize({ width: 320, height: 640 });
		await expectToFit(page, 'the host’s page that shows its link');

		await page.keyboard.press('Enter');
		await expect(host.notice('host.elsewhere.said.hidden')).toBeVisible();
		await expect(field(host)).toHaveCount(0);
		await expect(host.button(host.say('host.elsewhere.show'))).toBeFocused();
	});
}

test.describe('a new link', () => {
	test.use({ expectedErrors: new RegExp(`${STATUS_4XX.source}|ERR_FAILED`) });

	test('ends the old one everywhere at once, and the page that made it goes on', async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const [first, screen, [participant]] = await Promise.all([
			workshop.host(),
			workshop.screen(),
			workshop.participants(['en'])
		]);
		const second = new HostPage(await hall.device('es'), 'en', workshop.code);
		await second.open(await show(first));
		await second.press('start');
		await first.expectStage('open');
		const before = await workshop.state();

		await renew(first);
		await expect(first.notice('host.elsewhere.said.renewed')).toBeVisible();
		await expect(first.button(first.say('host.elsewhere.renew.open'))).toBeFocused();
		const link = await field(first).inputValue();
		expect(link).not.toBe(workshop.link);

		await test.step('the second says that it no longer leads', async () => {
			await expect(second.notice('host.notices.forbidden')).toBeVisible();
			await second.press('close');
			await expect(second.notice('host.notices.refused')).toBeVisible();
			await second.button(second.say('host.elsewhere.show')).click();
			await expect(second.notice('host.elsewhere.said.forbidden')).toBeVisible();
		});

		await test.step('the old link is refused, and so is its cookie', async () => {
			const page = await hall.device('en');
			await page.goto(workshop.link);
			await new ErrorPage(page, 'en').expectToSay('refusal.heading', 'refusal.notHost');
			await second.page.reload();
			await new ErrorPage(second.page, 'en').expectToSay('refusal.heading', 'refusal.notHost');
		});

		await test.step('the first goes on, participants stay, and screens have the new pass', async () => {
			await first.press('close');
			await first.expectStage('closed');
			await expect(first.notice('host.notices.forbidden')).toHaveCount(0);
			await first.page.reload();
			await first.expectStage('closed');
			const { joined, pass, statuses } = await workshop.state();
			expect({ joined, statuses }).toEqual({ joined: 1, statuses: ['closed', 'waiting', 'waiting'] });
			expect(pass).not.toBe(before.pass);
			await expect(screen.page.getByRole('img', { name: new RegExp(pass) })).toBeVisible();
			await participant?.page.reload();
			await expect(participant?.join as Locator).toHaveCount(0);
		});

		await test.step('the new link opens the host’s page', async () => {
			await second.open(link);
			await second.expectStage('closed');
		});
	});

	test('that got no answer is the one that is asked for again', async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const host = await workshop.host();
		// The server does it, and its answer is lost on the way, cookie included.
		const lose = async (route: Route) => {
			const headers = await route.request().allHeaders();
			const { status } = await ask(hall.origin, `/w/${workshop.code}/host/link`, {
				method: 'POST',
				headers: { ...JSON_TYPE, cookie: headers['cookie'] ?? '' },
				body: route.request().postData() ?? ''
			});
			expect(status).toBe(200);
			await route.abort();
		};
		await host.page.route('**/host/link', lose, { times: 1 });
		await renew(host);
		await expect(host.notice('host.elsewhere.said.notSent')).toBeVisible();
		await expect(host.notice('host.notices.forbidden')).toBeVisible();
		await renew(host);
		await expect(host.notice('host.elsewhere.said.renewed')).toBeVisible();
		await expect(host.notice('host.notices.forbidden')).toHaveCount(0);
		await host.press('start');
		await host.expectStage('open');
	});
});
