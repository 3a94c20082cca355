import { LANGUAGES } from '../../src/lib/questions';
import { ScreenPage } from './pages/screen-page';
import { expectNoViolation } from './support/access';
import { STILL, isForAxe, openWorkshop } from './support/access-workshop';
import { expectLegible } from './support/legible';
import { NO_NETWORK, STATUS_4XX } from './support/fixtures';
import { say, scenesIn } from '../support/words';
import { expect, test } from './support/workshop';

// Everybody reads a screen, also from the last row, and axe finds nothing.

test.use({ expectedErrors: new RegExp(`${STATUS_4XX.source}|${NO_NETWORK.source}`) });

for (const language of LANGUAGES) {
	test.describe(`nothing stands in anybody’s way in ${language}`, () => {
		test.use({ language });

		test('the screen, small and huge, in light and dark', async ({ hall }) => {
			test.slow();
			const { workshop, answer, leadThrough } = await openWorkshop(hall);
			const page = await hall.device(language, STILL);
			const screen = new ScreenPage(page, language, workshop.code);

			/** Everything is in view: nobody scrolls there. */
			async function show(state: string) {
				await expectLegible(page, state);
				if (!isForAxe(language, state)) return;
				await expectNoViolation(page, `${state}, light`);
				await expectNoViolation(page, `${state}, light`, 'far away');
				await page.keyboard.press('d');
				await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
				await expectNoViolation(page, `${state}, dark`, 'far away');
				await page.keyboard.press('d');
			}

			await screen.open();
			await screen.expectHere(8);
			await show('lobby');
			await workshop.act('start');
			await screen.expectAsked('thin-post');
			await show('open');
			await answer('thin-post');
			await workshop.act('close');
			await screen.expectClosed();
			await show('closed');
			await workshop.act('reveal');
			await expect(screen.text('group.picture.few.heading')).toBeVisible();
			await show('few');
			await workshop.act('next');
			await answer('dealer-host');
			await workshop.act('close', 'reveal');
			await expect(screen.pictures.scene).toBeAttached();
			await show('nearly all');
			await workshop.act('next');
			await answer('free-audit');
			await workshop.act('close', 'reveal');
			await screen.expectTold('group.tell.picture', {
				title: scenesIn(language)['free-audit'].title
			});
			await show('shares');
			await workshop.act('unfold');
			await screen.expectTold('group.tell.ladder');
			await show('ladder');
			await workshop.act('unfold');
			await screen.expectTold('group.tell.question');
			await show('question');
			await workshop.act('next');
			await leadThrough('testimonial', 'van-dealer');
			await answer('warm-introduction');
			await workshop.act('close', 'reveal', 'end');
			await screen.expectTold('group.tell.string');
			await show('the room');
			// Of so few people there are no dimensions to show.
			for (const part of ['splits', 'own'] as const) {
				await workshop.act('unfold');
				await screen.expectTold(`group.tell.${part}`);
				await show(part);
			}
			await workshop.host.postForm(`${workshop.path}/host?/delete`);
			await expect(page.getByText(say(language, 'group.gone.text'))).toBeVisible();
			await show('deleted');
		});
	});
}
