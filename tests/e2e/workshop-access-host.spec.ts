import { FORMS, LANGUAGES } from '../../src/lib/questions';
import { HostPage } from './pages/host-page';
import { STILL, WIDE, linkOf, looksIn, openWorkshop } from './support/access-workshop';
import { NO_NETWORK, STATUS_4XX } from './support/fixtures';
import { inLanguage } from '../support/routes';
import { say } from '../support/words';
import { expect, test } from './support/workshop';

// Looked at by axe, and on a small device with large text.

test.use({ expectedErrors: new RegExp(`${STATUS_4XX.source}|${NO_NETWORK.source}`) });

for (const language of LANGUAGES) {
	test.describe(`nothing stands in anybody’s way in ${language}`, () => {
		test.use({ language });
		const look = looksIn(language);

		test('the host’s page, from the lobby to the report', async ({ hall }) => {
			test.slow();
			const { workshop, answer, leadThrough } = await openWorkshop(hall, { rows: true });
			const page = await hall.device(language, { ...STILL, viewport: WIDE });
			const host = new HostPage(page, language, workshop.code);
			await host.open(linkOf(workshop, language));
			await host.expectHere(8);
			await look(page, 'lobby', WIDE);

			await workshop.act('start');
			await host.expectScene('thin-post');
			for (const summary of await page.locator('summary').all()) await summary.click();
			await answer('thin-post');
			await host.expectAnswered(1, 8);
			await look(page, 'open, everything unfolded', WIDE);
			await workshop.act('close');
			await host.expectStage('closed');
			await look(page, 'closed', WIDE);
			await workshop.act('reveal');
			await host.expectStage('few');
			await look(page, 'few', WIDE);
			for (const opener of ['host.steps.startOver', 'host.delete.open'] as const) {
				await host.button(host.say(opener)).click();
				await expect(page.getByRole('dialog')).toBeVisible();
				await look(page, opener, WIDE);
				await page.keyboard.press('Escape');
				await expect(host.button(host.say(opener))).toBeFocused();
			}
			await workshop.act('next');
			await answer('dealer-host');
			await workshop.act('close', 'reveal');
			await expect(host.pictures.scene).toBeAttached();
			await look(page, 'nearly all', WIDE);
			await workshop.act('next');
			await answer('free-audit');
			await workshop.act('close', 'reveal');
			await host.expectScene('free-audit');
			await host.expectStage('revealed');
			await expect(page.getByText(host.say('host.splits.text'))).toBeVisible();
			await look(page, 'shares', WIDE);
			await workshop.act('next');
			await leadThrough('testimonial', 'van-dealer');
			await answer('warm-introduction');
			await workshop.act('close', 'reveal', 'end');
			await host.expectStage('end');
			await look(page, 'the room', WIDE);
			await page.context().setOffline(true);
			await expect(host.lost).toBeVisible();
			await look(page, 'no network', WIDE);
			await page.context().setOffline(false);
			await expect(host.lost).toBeHidden();

			const report = await host.openReport();
			await expect(report.getByRole('heading', { level: 1 })).toContainText(say(language, 'report.heading'));
			await look(report, 'report', WIDE);
		});

		test('the host’s page in a rehearsal, and its report', async ({ hall }) => {
			const { workshop } = await openWorkshop(hall, { scenes: FORMS.short.scenarioIds });
			await workshop.act('rehearse');
			const page = await hall.device(language, { ...STILL, viewport: WIDE });
			const host = new HostPage(page, language, workshop.code);
			await host.open(linkOf(workshop, language));
			await expect(host.notice('host.rehearsal.on')).toBeVisible();
			await look(page, 'rehearsal', WIDE);
			await page.goto(inLanguage(language, `${workshop.path}/host/report`));
			await look(page, 'a report of nothing', WIDE);
			await workshop.act('start', 'close', 'reveal', 'next', 'close', 'reveal', 'end');
			await page.reload();
			await expect(page.getByText(say(language, 'report.rehearsal'))).toBeVisible();
			await look(page, 'a report of a rehearsal', WIDE);
		});
	});
}
