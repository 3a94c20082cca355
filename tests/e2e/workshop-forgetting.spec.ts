import type { Page } from '@playwright/test';
import { HostPage } from './pages/host-page';
import type { ParticipantPage } from './pages/participant-page';
import { STATUS_4XX } from './support/fixtures';
import { inLanguage } from '../support/routes';
import { expect, test } from './support/workshop';

const SCENES = ['thin-post', 'free-audit', 'testimonial'] as const;

const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage));
const cookies = async (page: Page) => (await page.context().cookies()).map(({ name }) => name);

for (const language of ['en', 'es', 'ar'] as const) {
	test(`a participant’s page forgets a workshop when asked, cookie included (${language})`, async ({
		hall
	}) => {
		const workshop = await hall.open({ scenes: SCENES });
		const [host, participant] = await Promise.all([workshop.host(), workshop.participant(language)]);
		const { page } = participant;
		await participant.sitDown();
		await host.press('start');
		await participant.answer(SCENES[0], 3);
		expect(await cookies(page)).toEqual([`seat-${workshop.code}`]);

		await participant.button('participant.forget.open').click();
		const dialog = page.getByRole('dialog', { name: participant.say('participant.forget.heading') });
		await expect(
			dialog.getByRole('button', { name: participant.say('participant.forget.no') })
		).toBeFocused();
		await dialog.getByRole('button', { name: participant.say('participant.forget.yes') }).click();
		await expect(participant.heading('participant.forget.done')).toBeFocused();
		expect([await kept(page), await cookies(page)]).toEqual([[], []]);
		expect(await workshop.state(), 'what was counted stays counted').toMatchObject({
			joined: 1,
			answered: 1
		});

		await page.reload();
		await expect(participant.join).toBeVisible();
	});

	test(`the host’s page is handed back on a borrowed computer, and its link opens it again (${language})`, async ({
		hall
	}) => {
		const workshop = await hall.open({ scenes: SCENES });
		const { page } = await workshop.host();
		const host = new HostPage(page, language, workshop.code);
		await host.whenReady(() => page.goto(inLanguage(language, `/w/${workshop.code}/host`)));
		await host.confirm('host.handBack.open', 'host.handBack.heading', 'host.handBack.yes');
		await expect(page.getByRole('status').getByText(host.say('workshops.handedBack'))).toBeVisible();
		expect(await cookies(page)).toEqual([]);
		expect((await page.request.get(`/w/${workshop.code}/host`)).ok(), 'nobody leads here').toBe(false);
		await new HostPage(page, 'en', workshop.code).open(workshop.link);
	});
}

test.describe('a deleted workshop', () => {
	test.use({ expectedErrors: STATUS_4XX });

	test('goes from a page that is open, and from one that comes back later', async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const [host, participants] = await Promise.all([workshop.host(), workshop.participants(['en', 'en'])]);
		const [open, later] = participants as [ParticipantPage, ParticipantPage];
		await host.press('start');
		await Promise.all(participants.map((participant) => participant.answer(SCENES[0], 2)));
		await later.page.goto('/');
		expect(await kept(later.page)).not.toEqual([]);

		await host.deleteNow();
		await expect(open.heading('participant.link.gone')).toBeFocused();
		await later.open();
		for (const { page } of [open, later]) {
			await expect.poll(() => kept(page)).toEqual([]);
			await expect.poll(() => cookies(page)).toEqual([]);
		}
	});
});
