import { HostPage } from './pages/host-page';
import { expect, test } from './support/workshop';

const SCENES = ['thin-post', 'free-audit', 'testimonial'] as const;

test('at the end the host closes the session: report, the quiz, the next group, deletion', async ({
	hall
}) => {
	const workshop = await hall.open({ scenes: SCENES, title: 'Tuesday', framing: true });
	const host = await workshop.host();
	const { page } = host;
	const closing = page.getByRole('region', { name: host.say('host.closing.heading') });
	await host.press('start');
	await expect(closing).toHaveCount(0);
	await host.press('end');
	await expect(closing).toBeVisible();
	await expect(closing.getByRole('img')).toHaveAccessibleName(new RegExp(`${new URL(hall.origin).host}/`));

	const [report] = await Promise.all([
		page.waitForEvent('popup'),
		closing.getByRole('link', { name: host.say('host.closing.report') }).click()
	]);
	const again = report.getByRole('link', { name: host.say('report.again') });
	const settings = new URL(`${hall.origin}${await again.getAttribute('href')}`).searchParams;
	expect(settings.get('title')).toBe('Tuesday');
	expect(settings.get('scenes')).toBe(SCENES.join(' '));
	expect(settings.get('framing')).toBe('true');
	expect(settings.toString()).not.toContain(workshop.code);
	await report.close();

	const link = closing.getByRole('link', { name: host.say('host.more.again') });
	expect(await link.getAttribute('href')).toContain('title=Tuesday');
	await host.deleteNow();
	await expect(page).toHaveURL(/\/workshops\?deleted/);
	expect(await workshop.status()).toBe(410);
});

for (const format of ['A4', 'Letter'] as const) {
	test(`a handout says how to join, without the key, on one page of ${format}`, async ({ hall }) => {
		const workshop = await hall.open({
			scenes: SCENES,
			title: 'A rather long title for the second year of design'
		});
		const host = await workshop.host();
		const [page] = await Promise.all([
			host.page.waitForEvent('popup'),
			host.page.getByRole('link', { name: host.say('host.invite.handout') }).click()
		]);
		const handout = new HostPage(page, 'en', workshop.code);
		await expect(page.getByRole('article')).toContainText(`${new URL(hall.origin).host}/join`);
		await expect(page.getByRole('article').getByRole('img')).toHaveAccessibleName(
			new RegExp(`/join/${workshop.code}/`)
		);
		await expect(handout.button(handout.say('host.handout.print'))).toBeVisible();
		expect(await page.content()).not.toContain(new URL(workshop.link).searchParams.get('key'));
		const pdf = (await page.pdf({ format })).toString('latin1');
		expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
	});
}

test('who has not the key has no handout', async ({ hall, request }) => {
	const workshop = await hall.open({ scenes: SCENES });
	expect((await request.get(`/w/${workshop.code}/host/handout`)).status()).toBe(401);
});

test('who cannot see the screen has it on their own device', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES });
	const participant = await workshop.participant('es');
	await participant.sitDown();
	const link = participant.page.getByRole('link', { name: participant.say('participant.screen') });
	const address = await link.getAttribute('href');
	expect(address).toMatch(new RegExp(`^/es/w/${workshop.code}/screen\\?pass=`));
	await expect(link).toHaveAttribute('target', '_blank');
});
