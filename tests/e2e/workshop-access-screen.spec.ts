import { isolated } from '../../src/lib/languages/isolated';
import { LANGUAGES } from '../../src/lib/questions';
import { ScreenPage } from './pages/screen-page';
import { expectNoViolation } from './support/access';
import { STILL, isForAxe, openWorkshop } from './support/access-workshop';
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
				for (const viewport of [
					{ width: 3840, height: 2160 },
					{ width: 1920, height: 1080 },
					{ width: 1024, height: 768 }
				]) {
					await page.setViewportSize(viewport);
					await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
					// Where nothing else makes room, words of the longest scenes are smaller at 4:3.
					const least = viewport.width < 1_900 || language === 'ar' ? 2.4 : 3.98;
					await expect.soft
						.poll(() => page.evaluate(hardToRead, least), `${state} at ${viewport.width}`)
						.toEqual([]);
				}
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
				title: isolated(scenesIn(language)['free-audit'].title)
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

/** What does not stand whole on the screen, or is too small for the last row; nobody scrolls there. Runs in the page. */
function hardToRead(leastShown: number): string[] {
	/** Parts of the height, but for what is rounded: of what the room must read, and of addresses and footnotes. */
	const SMALLEST = { usual: 3.98, footnote: 2.48 };
	const FOOTNOTES = '.join:not(.lobby), .note, .why, small, figcaption';
	/** In px: a thinner line is not seen at this height. */
	const THINNEST = innerHeight / 1_080;
	const found: string[] = [];
	for (const element of document.querySelectorAll('*')) {
		const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
		const scrolls = /auto|scroll/.test(getComputedStyle(element).overflow);
		if (!scrolls && element !== document.scrollingElement) continue;
		if (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1)
			found.push(`${element.tagName}.${element.className} scrolls`);
	}
	for (const element of document.querySelectorAll('.screen :not(button, button *, .visually-hidden *)')) {
		const { borderTopWidth, borderTopStyle } = getComputedStyle(element);
		const width = parseFloat(borderTopWidth);
		if (borderTopStyle !== 'none' && width > 0 && width < THINNEST)
			found.push(`${element.tagName}.${element.className} has a line of ${width} px`);
	}
	const shown = document.querySelector('.shown')?.getBoundingClientRect();
	const texts = document.createTreeWalker(document.querySelector('.screen') as Element, NodeFilter.SHOW_TEXT);
	for (let text = texts.nextNode(); text; text = texts.nextNode()) {
		const element = text.parentElement as Element;
		if (!text.textContent?.trim() || element.closest('.visually-hidden')) continue;
		const size = parseFloat(getComputedStyle(element).fontSize);
		const range = document.createRange();
		range.selectNodeContents(text);
		// The layout has left it out.
		if (range.getClientRects().length === 0) continue;
		const place = range.getBoundingClientRect();
		const within = (element.closest('.shown') && shown) || new DOMRect(0, 0, innerWidth, innerHeight);
		// Lines are set closer than their letters are high: those of a script may reach out by a part of their size.
		const hair = size / 4;
		const isOut =
			place.left < within.left - 1 ||
			place.right > within.right + 1 ||
			place.top < within.top - hair ||
			place.bottom > within.bottom + hair;
		if (isOut) found.push(`${text.textContent} is cut off`);
		const least = element.closest(FOOTNOTES)
			? SMALLEST.footnote
			: element.closest('.shown')
				? leastShown
				: SMALLEST.usual;
		if ((100 * size) / innerHeight < least)
			found.push(`${text.textContent} has ${((100 * size) / innerHeight).toFixed(2)}`);
	}
	return found;
}
