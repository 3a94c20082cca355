import { LANGUAGES } from '../../src/lib/questions';
import { ParticipantPage } from './pages/participant-page';
import { SCENES, SMALL, STILL, looksIn, openWorkshop } from './support/access-workshop';
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

		test('joining, with a wrong code and a right one', async ({ hall }) => {
			const { workshop } = await openWorkshop(hall);
			const page = await hall.device(language, STILL);
			const join = inLanguage(language, '/join');
			await page.goto(join);
			const code = page.getByRole('textbox');
			await expect(code).toBeFocused();
			for (const [typed, problem] of [
				['', 'empty'],
				['nope', 'malformed'],
				['2C4D6F', 'unknown']
			] as const) {
				await code.fill(typed);
				await page.keyboard.press('Enter');
				const text = say(language, `participant.join.${problem}`);
				await expect(page.getByRole('alert')).toHaveText(text);
				await expect(code).toHaveAccessibleDescription(new RegExp(text.slice(0, 12)));
				await look(page, `join: ${problem}`);
			}
			await code.fill(workshop.code.toLowerCase());
			await page.keyboard.press('Enter');
			await expect(page).toHaveURL(({ pathname }) => pathname === inLanguage(language, workshop.path));
		});

		test('a participant’s page, from the welcome to the end', async ({ hall }) => {
			test.slow();
			const { workshop, answer, leadThrough } = await openWorkshop(hall, { rows: true });
			const page = await hall.device(language, { ...STILL, viewport: SMALL, hasTouch: true });
			const participant = new ParticipantPage(page, language, workshop.code);
			await participant.open();
			await expect(participant.join).toBeEnabled();
			await look(page, 'welcome');
			await participant.sitDown();
			await participant.expectLobby();
			await look(page, 'lobby');

			await workshop.act('start');
			await participant.expectAsked('thin-post');
			await look(page, 'asked');
			await participant.answer('thin-post', 2);
			await look(page, 'chosen');
			await participant.sitOut('thin-post');
			await look(page, 'sat out');
			await page.context().setOffline(true);
			await participant.choose('thin-post', 1);
			await expect(participant.lost).toBeVisible();
			await look(page, 'no network');
			await page.context().setOffline(false);
			await participant.expectStored();

			await workshop.act('close');
			await participant.expectClosed('thin-post');
			await look(page, 'closed');
			await workshop.act('reveal');
			await expect(participant.text('group.picture.few.heading')).toBeVisible();
			await look(page, 'few');
			await workshop.act('next');
			await answer('dealer-host');
			await workshop.act('close', 'reveal');
			await expect(participant.pictures.scene).toBeAttached();
			await look(page, 'nearly all');
			await workshop.act('next');
			await answer('free-audit');
			await participant.answer('free-audit', 2);
			await workshop.act('close', 'reveal');
			await expect(participant.pictures.scene.getByText(say(language, 'group.picture.own'))).toBeAttached();
			await look(page, 'shares');
			await workshop.act('next');
			await leadThrough('testimonial', 'van-dealer');
			await answer('warm-introduction');
			await workshop.act('close', 'reveal', 'end');
			await expect(participant.heading('participant.end.heading')).toBeVisible();
			await expect(participant.heading('participant.end.room', 2)).toBeVisible();
			await look(page, 'the room');

			await workshop.act('startOver');
			await expect(participant.text('participant.notices.startedOver')).toBeVisible();
			await look(page, 'started over');
			await workshop.host.postForm(`${workshop.path}/host?/delete`);
			await expect(participant.text('participant.link.gone')).toBeVisible();
			await look(page, 'deleted');
		});

		test('a participant’s page, at its own pace', async ({ hall }) => {
			const { workshop } = await openWorkshop(hall, { pace: 'free', scenes: SCENES.slice(0, 2) });
			const page = await hall.device(language, { ...STILL, viewport: SMALL, hasTouch: true });
			const participant = new ParticipantPage(page, language, workshop.code);
			await participant.open();
			await participant.sitDown();
			await workshop.act('rehearse', 'start');
			await participant.answer('thin-post', 2);
			await look(page, 'first scene');
			await participant.goOn();
			await participant.expectAsked('dealer-host');
			await look(page, 'second scene');
			await participant.sitOut('dealer-host');
			await participant.goOn();
			await expect(participant.heading('participant.free.heading')).toBeVisible();
			await look(page, 'through');
		});
	});
}
