import type { Page } from '@playwright/test';
import { DeskPage } from './pages/desk-page';
import type { PhonePage } from './pages/phone-page';
import { STATUS_4XX } from './support/fixtures';
import { inLanguage } from '../support/routes';
import { expect, test } from './support/workshop';

const SCENES = ['thin-post', 'free-audit', 'testimonial'] as const;

const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage));
const cookies = async (page: Page) => (await page.context().cookies()).map(({ name }) => name);

for (const language of ['en', 'es', 'ar'] as const) {
	test(`a phone forgets a workshop when asked, cookie included (${language})`, async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const [desk, phone] = await Promise.all([workshop.desk(), workshop.phone(language)]);
		const { page } = phone;
		await phone.sitDown();
		await desk.press('start');
		await phone.answer(SCENES[0], 3);
		expect(await cookies(page)).toEqual([`seat-${workshop.code}`]);

		await phone.button('phone.forget.open').click();
		const dialog = page.getByRole('dialog', { name: phone.say('phone.forget.heading') });
		await expect(dialog.getByRole('button', { name: phone.say('phone.forget.no') })).toBeFocused();
		await dialog.getByRole('button', { name: phone.say('phone.forget.yes') }).click();
		await expect(phone.heading('phone.forget.done')).toBeFocused();
		expect([await kept(page), await cookies(page)]).toEqual([[], []]);
		expect(await workshop.state(), 'what was counted stays counted').toMatchObject({
			joined: 1,
			answered: 1
		});

		await page.reload();
		await expect(phone.join).toBeVisible();
	});

	test(`a desk is handed back on a borrowed computer, and its link opens it again (${language})`, async ({
		hall
	}) => {
		const workshop = await hall.open({ scenes: SCENES });
		const { page } = await workshop.desk();
		const desk = new DeskPage(page, language, workshop.code);
		await desk.whenReady(() => page.goto(inLanguage(language, `/w/${workshop.code}/host`)));
		await desk.confirm('desk.handBack.open', 'desk.handBack.heading', 'desk.handBack.yes');
		await expect(page.getByRole('status')).toHaveText(desk.say('workshops.handedBack'));
		expect(await cookies(page)).toEqual([]);
		expect((await page.request.get(`/w/${workshop.code}/host`)).ok(), 'nobody leads here').toBe(false);
		await new DeskPage(page, 'en', workshop.code).open(workshop.link);
	});
}

test.describe('a deleted workshop', () => {
	test.use({ expectedErrors: STATUS_4XX });

	test('goes from a phone that is open, and from one that comes back later', async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const [desk, phones] = await Promise.all([workshop.desk(), workshop.phones(['en', 'en'])]);
		const [open, later] = phones as [PhonePage, PhonePage];
		await desk.press('start');
		await Promise.all(phones.map((phone) => phone.answer(SCENES[0], 2)));
		await later.page.goto('/');
		expect(await kept(later.page)).not.toEqual([]);

		await desk.deleteNow();
		await expect(open.heading('phone.link.gone')).toBeFocused();
		await later.open();
		for (const { page } of [open, later]) {
			await expect.poll(() => kept(page)).toEqual([]);
			await expect.poll(() => cookies(page)).toEqual([]);
		}
	});
});
