import { inLanguage } from '../support/routes';
import { say } from '../support/words';
import { expect, test } from './support/workshop';

const ZONES = [
	'Pacific/Pago_Pago',
	'America/Los_Angeles',
	'Europe/Berlin',
	'Asia/Kolkata',
	'Pacific/Kiritimati'
];
const DAY_MS = 24 * 60 * 60 * 1000;

test('people in five time zones are shown the day with which their cookie and the workshop end', async ({
	hall
}) => {
	const workshop = await hall.open({ scenes: ['thin-post'] });
	const { keptUntil } = await workshop.state();
	const date = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(keptUntil)
	);
	const end = Date.parse(keptUntil) + DAY_MS;
	for (const timezoneId of ZONES) {
		await test.step(timezoneId, async () => {
			const page = await hall.device('en', { timezoneId });
			await page.goto(inLanguage('en', `/w/${workshop.code}`));
			await expect(page.getByText(say('en', 'participant.welcome.kept', { date }))).toBeVisible();
			await page.getByRole('button', { name: say('en', 'participant.welcome.go') }).click();
			await expect(page.getByRole('button', { name: say('en', 'participant.welcome.go') })).toBeHidden();
			await page.goto(workshop.link);
			await expect(page.getByText(say('en', 'host.more.kept', { date }))).toBeVisible();
			const cookies = await page.context().cookies();
			expect(cookies.map(({ name }) => name.slice(0, 4)).sort()).toEqual(['host', 'seat']);
			for (const { expires } of cookies) expect(Math.abs(expires * 1000 - end)).toBeLessThan(5_000);
		});
	}
});
