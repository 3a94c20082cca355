import type { Locator, Page, Route } from '@playwright/test';
import { DeskPage } from './pages/desk-page';
import { ErrorPage } from './pages/error-page';
import { expectNoBarrier, expectToFit } from './support/access';
import { STATUS_4XX } from './support/fixtures';
import { inLanguage } from '../support/routes';
import { expect, test } from './support/workshop';
import { ask, JSON_TYPE } from '../support/workshop-api';

const SCENES = ['thin-post', 'free-audit', 'testimonial'] as const;

const field = (desk: DeskPage): Locator =>
	desk.page.getByLabel(desk.say('desk.elsewhere.label'), { exact: true });
const cookieOf = async (page: Page) => (await page.context().cookies())[0]?.value ?? '';

async function show(desk: DeskPage): Promise<string> {
	const button = desk.button(desk.say('desk.elsewhere.show'));
	await button.focus();
	await desk.page.keyboard.press('Enter');
	await expect(desk.notice('desk.elsewhere.said.shown')).toBeVisible();
	await expect(desk.button(desk.say('desk.elsewhere.hide'))).toBeFocused();
	return field(desk).inputValue();
}

const renew = (desk: DeskPage) =>
	desk.confirm('desk.elsewhere.renew.open', 'desk.elsewhere.renew.heading', 'desk.elsewhere.renew.yes');

for (const language of ['es', 'ar'] as const) {
	test(`a desk shows its link only while somebody wants to see it (${language})`, async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const { page } = await workshop.desk();
		const desk = new DeskPage(page, language, workshop.code);
		await desk.whenReady(() => page.goto(inLanguage(language, `/w/${workshop.code}/host`)));
		const key = await cookieOf(page);
		expect(await page.content()).not.toContain(key);

		const answer = page.waitForResponse('**/host/link');
		const link = await show(desk);
		expect((await answer).headers()['cache-control']).toBe('no-store');
		const { origin } = new URL(page.url());
		expect(link).toBe(`${origin}${inLanguage(language, `/w/${workshop.code}/host`)}?key=${key}`);
		await expect(page.getByRole('img', { name: desk.say('desk.elsewhere.qr') })).toBeVisible();
		await expectNoBarrier(page, 'a desk that shows its link');
		await page.setViewportSize({ width: 320, height: 640 });
		await expectToFit(page, 'a desk that shows its link');

		await page.keyboard.press('Enter');
		await expect(desk.notice('desk.elsewhere.said.hidden')).toBeVisible();
		await expect(field(desk)).toHaveCount(0);
		await expect(desk.button(desk.say('desk.elsewhere.show'))).toBeFocused();
	});
}

test.describe('a new link', () => {
	test.use({ expectedErrors: new RegExp(`${STATUS_4XX.source}|ERR_FAILED`) });

	test('ends the old one everywhere at once, and the desk that made it goes on', async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const [first, screen, [phone]] = await Promise.all([
			workshop.desk(),
			workshop.screen(),
			workshop.phones(['en'])
		]);
		const second = new DeskPage(await hall.device('es'), 'en', workshop.code);
		await second.open(await show(first));
		await second.press('start');
		await first.expectStage('open');
		const before = await workshop.state();

		await renew(first);
		await expect(first.notice('desk.elsewhere.said.renewed')).toBeVisible();
		await expect(first.button(first.say('desk.elsewhere.renew.open'))).toBeFocused();
		const link = await field(first).inputValue();
		expect(link).not.toBe(workshop.link);

		await test.step('the second says that it no longer leads', async () => {
			await expect(second.notice('desk.notices.forbidden')).toBeVisible();
			await second.press('close');
			await expect(second.notice('desk.notices.refused')).toBeVisible();
			await second.button(second.say('desk.elsewhere.show')).click();
			await expect(second.notice('desk.elsewhere.said.forbidden')).toBeVisible();
		});

		await test.step('the old link is refused, and so is its cookie', async () => {
			const page = await hall.device('en');
			await page.goto(workshop.link);
			await new ErrorPage(page, 'en').expectToSay('refusal.heading', 'refusal.notHost');
			await second.page.reload();
			await new ErrorPage(second.page, 'en').expectToSay('refusal.heading', 'refusal.notHost');
		});

		await test.step('the first goes on, phones stay, and screens have the new pass', async () => {
			await first.press('close');
			await first.expectStage('closed');
			await expect(first.notice('desk.notices.forbidden')).toHaveCount(0);
			await first.page.reload();
			await first.expectStage('closed');
			const { joined, pass, statuses } = await workshop.state();
			expect({ joined, statuses }).toEqual({ joined: 1, statuses: ['closed', 'waiting', 'waiting'] });
			expect(pass).not.toBe(before.pass);
			await expect(screen.page.getByRole('img', { name: new RegExp(pass) })).toBeVisible();
			await phone?.page.reload();
			await expect(phone?.join as Locator).toHaveCount(0);
		});

		await test.step('the new link opens a desk', async () => {
			await second.open(link);
			await second.expectStage('closed');
		});
	});

	test('that got no answer is the one that is asked for again', async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const desk = await workshop.desk();
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
		await desk.page.route('**/host/link', lose, { times: 1 });
		await renew(desk);
		await expect(desk.notice('desk.elsewhere.said.notSent')).toBeVisible();
		await expect(desk.notice('desk.notices.forbidden')).toBeVisible();
		await renew(desk);
		await expect(desk.notice('desk.elsewhere.said.renewed')).toBeVisible();
		await expect(desk.notice('desk.notices.forbidden')).toHaveCount(0);
		await desk.press('start');
		await desk.expectStage('open');
	});
});
