import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { readQrIn } from './support/qr';
import { expect, test } from './support/workshop';

test('a host invites people by a link for a chat and by pictures of its QR code', async ({ hall }) => {
	const workshop = await hall.open({ scenes: ['thin-post', 'free-audit', 'testimonial'] });
	const host = await workshop.host();
	const link = await host.page.getByLabel(host.say('host.invite.label')).inputValue();
	expect(link).toMatch(new RegExp(`/join/${workshop.code}/`));
	expect(link).not.toContain('key');

	for (const kind of ['svg', 'png'] as const) {
		const [download] = await Promise.all([
			host.page.waitForEvent('download'),
			host.button(host.say(`host.invite.${kind}`)).click()
		]);
		expect(download.suggestedFilename()).toBe(`no-strings-${workshop.code}.${kind}`);
		const picture = sharp(await readFile(await download.path()), { density: 600 });
		expect(await readQrIn(picture)).toBe(link);
		const file = download.suggestedFilename();
		await expect(host.page.getByText(host.say('host.invite.saved', { file }))).toBeVisible();
	}

	const guest = await hall.device('es');
	await guest.goto(link);
	await expect(guest).toHaveURL(new RegExp(`/es/w/${workshop.code}`));
});
