import type { Page } from '@playwright/test';
import { FORMS, LANGUAGES, type Language, type Rung, type ScenarioId } from '../../src/lib/questions';
import { displayOrder } from '../../src/lib/group';
import { DeskPage } from './pages/desk-page';
import { PhonePage } from './pages/phone-page';
import { ScreenPage } from './pages/screen-page';
import { expectNoBarrier, expectNoViolation, expectToFit } from './support/access';
import { NO_NETWORK, STATUS_4XX } from './support/fixtures';
import { inLanguage } from '../support/routes';
import { say, scenesIn } from '../support/words';
import { expect, pressKey, test, type Hall } from './support/workshop';
import { LiveWorkshop, type Visitor, type Wanted } from '../support/workshop-api';

// Nothing in a workshop stands in anybody's way: for axe, on a small phone with large text, and without a mouse.

test.use({ expectedErrors: new RegExp(`${STATUS_4XX.source}|${NO_NETWORK.source}`) });

const STILL = { reducedMotion: 'reduce' } as const;
/** A small phone. */
const SMALL = { width: 320, height: 640 };
/** A laptop. */
const WIDE = { width: 1280, height: 800 };

/** The first is answered by too few for a picture, the second alike by nearly all, the others by all in many ways. */
const SCENES = [
	'thin-post',
	'dealer-host',
	'free-audit',
	'testimonial',
	'van-dealer',
	'warm-introduction'
] as const;

/** States that axe sees in Arabic as well: the fullest of each page. */
const MIRRORED = new Set(['welcome', 'asked', 'shares', 'the room', 'report']);

async function openWorkshop(hall: Hall, wanted: Wanted = {}) {
	const workshop = await LiveWorkshop.open(hall.origin, { scenes: SCENES, ...wanted });
	const people = await workshop.seats(8);
	const open = (scene: ScenarioId) =>
		expect.poll(async () => {
			const { scenes, statuses } = await workshop.room();
			return statuses[scenes.indexOf(scene)];
		});
	/** Everybody but whoever a test watches answers. */
	async function answer(scene: (typeof SCENES)[number]) {
		await open(scene).toBe('open');
		const rungs: Rung[] =
			scene === 'thin-post'
				? [1]
				: scene === 'dealer-host'
					? Array<Rung>(8).fill(2)
					: [0, 1, 2, 3, 4, 2, 3, 1];
		await Promise.all(
			rungs.map((rung, i) =>
				workshop.answer(people[i] as Visitor, scene, rung).then(({ status }) => {
					expect(status).toBe(200);
				})
			)
		);
	}
	/** Through a scene to its picture, and on to the next. */
	async function leadThrough(...scenes: (typeof SCENES)[number][]) {
		for (const scene of scenes) {
			await answer(scene);
			await workshop.act('close', 'reveal', 'next');
		}
	}
	return { workshop, answer, leadThrough };
}

const linkOf = ({ path, key, base }: LiveWorkshop, language: Language) =>
	`${base}${inLanguage(language, `${path}/host`)}?key=${key}`;

for (const language of LANGUAGES) {
	const isForAxe = (state: string) => language === 'en' || (language === 'ar' && MIRRORED.has(state));

	/** What a state is looked at for. Spanish is the longest; what axe finds there it finds in English. */
	async function look(page: Page, state: string, wide = SMALL) {
		await page.setViewportSize(SMALL);
		await expectToFit(page, state);
		await page.setViewportSize(wide);
		if (isForAxe(state)) await expectNoBarrier(page, state);
	}

	test.describe(`in ${language}`, () => {
		test.use({ language });

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
				const text = say(language, `phone.join.${problem}`);
				await expect(page.getByRole('alert')).toHaveText(text);
				await expect(code).toHaveAccessibleDescription(new RegExp(text.slice(0, 12)));
				await look(page, `join: ${problem}`);
			}
			await code.fill(workshop.code.toLowerCase());
			await page.keyboard.press('Enter');
			await expect(page).toHaveURL(({ pathname }) => pathname === inLanguage(language, workshop.path));
		});

		test('a phone, from the welcome to the end', async ({ hall }) => {
			test.slow();
			const { workshop, answer, leadThrough } = await openWorkshop(hall, { rows: true });
			const page = await hall.device(language, { ...STILL, viewport: SMALL, hasTouch: true });
			const phone = new PhonePage(page, language, workshop.code);
			await phone.open();
			await expect(phone.join).toBeEnabled();
			await look(page, 'welcome');
			await phone.sitDown();
			await phone.expectLobby();
			await look(page, 'lobby');

			await workshop.act('start');
			await phone.expectAsked('thin-post');
			await look(page, 'asked');
			await phone.answer('thin-post', 2);
			await look(page, 'chosen');
			await phone.sitOut('thin-post');
			await look(page, 'sat out');
			await page.context().setOffline(true);
			await phone.choose('thin-post', 1);
			await expect(phone.lost).toBeVisible();
			await look(page, 'no network');
			await page.context().setOffline(false);
			await phone.expectStored();

			await workshop.act('close');
			await phone.expectClosed('thin-post');
			await look(page, 'closed');
			await workshop.act('reveal');
			await expect(phone.text('room.picture.few.heading')).toBeVisible();
			await look(page, 'few');
			await workshop.act('next');
			await answer('dealer-host');
			await workshop.act('close', 'reveal');
			await expect(phone.pictures.scene).toBeAttached();
			await look(page, 'nearly all');
			await workshop.act('next');
			await answer('free-audit');
			await phone.answer('free-audit', 2);
			await workshop.act('close', 'reveal');
			await expect(phone.pictures.scene.getByText(say(language, 'room.picture.own'))).toBeAttached();
			await look(page, 'shares');
			await workshop.act('next');
			await leadThrough('testimonial', 'van-dealer');
			await answer('warm-introduction');
			await workshop.act('close', 'reveal', 'end');
			await expect(phone.heading('phone.end.heading')).toBeVisible();
			await expect(phone.heading('phone.end.room', 2)).toBeVisible();
			await look(page, 'the room');

			await workshop.act('startOver');
			await expect(phone.text('phone.notices.startedOver')).toBeVisible();
			await look(page, 'started over');
			await workshop.host.postForm(`${workshop.path}/host?/delete`);
			await expect(phone.text('phone.link.gone')).toBeVisible();
			await look(page, 'deleted');
		});

		test('a phone at its own pace', async ({ hall }) => {
			const { workshop } = await openWorkshop(hall, { pace: 'free', scenes: SCENES.slice(0, 2) });
			const page = await hall.device(language, { ...STILL, viewport: SMALL, hasTouch: true });
			const phone = new PhonePage(page, language, workshop.code);
			await phone.open();
			await phone.sitDown();
			await workshop.act('rehearse', 'start');
			await phone.answer('thin-post', 2);
			await look(page, 'first scene');
			await phone.goOn();
			await phone.expectAsked('dealer-host');
			await look(page, 'second scene');
			await phone.sitOut('dealer-host');
			await phone.goOn();
			await expect(phone.heading('phone.free.heading')).toBeVisible();
			await look(page, 'through');
		});

		test('a desk, from the lobby to the report', async ({ hall }) => {
			test.slow();
			const { workshop, answer, leadThrough } = await openWorkshop(hall, { rows: true });
			const page = await hall.device(language, { ...STILL, viewport: WIDE });
			const desk = new DeskPage(page, language, workshop.code);
			await desk.open(linkOf(workshop, language));
			await desk.expectHere(8);
			await look(page, 'lobby', WIDE);

			await workshop.act('start');
			await desk.expectScene('thin-post');
			for (const summary of await page.locator('summary').all()) await summary.click();
			await answer('thin-post');
			await desk.expectAnswered(1, 8);
			await look(page, 'open, everything unfolded', WIDE);
			await workshop.act('close');
			await desk.expectStage('closed');
			await look(page, 'closed', WIDE);
			await workshop.act('reveal');
			await desk.expectStage('few');
			await look(page, 'few', WIDE);
			for (const opener of ['desk.steps.startOver', 'desk.delete.open'] as const) {
				await desk.button(desk.say(opener)).click();
				await expect(page.getByRole('dialog')).toBeVisible();
				await look(page, opener, WIDE);
				await page.keyboard.press('Escape');
				await expect(desk.button(desk.say(opener))).toBeFocused();
			}
			await workshop.act('next');
			await answer('dealer-host');
			await workshop.act('close', 'reveal');
			await expect(desk.pictures.scene).toBeAttached();
			await look(page, 'nearly all', WIDE);
			await workshop.act('next');
			await answer('free-audit');
			await workshop.act('close', 'reveal');
			await desk.expectScene('free-audit');
			await desk.expectStage('revealed');
			await expect(page.getByText(desk.say('desk.splits.text'))).toBeVisible();
			await look(page, 'shares', WIDE);
			await workshop.act('next');
			await leadThrough('testimonial', 'van-dealer');
			await answer('warm-introduction');
			await workshop.act('close', 'reveal', 'end');
			await desk.expectStage('end');
			await look(page, 'the room', WIDE);
			await page.context().setOffline(true);
			await expect(desk.lost).toBeVisible();
			await look(page, 'no network', WIDE);
			await page.context().setOffline(false);
			await expect(desk.lost).toBeHidden();

			await desk.report.click();
			await expect(page.getByRole('heading', { level: 1 })).toContainText(say(language, 'report.heading'));
			await look(page, 'report', WIDE);
		});

		test('a desk in a rehearsal, and its report', async ({ hall }) => {
			const { workshop } = await openWorkshop(hall, { scenes: FORMS.short.scenarioIds });
			await workshop.act('rehearse');
			const page = await hall.device(language, { ...STILL, viewport: WIDE });
			const desk = new DeskPage(page, language, workshop.code);
			await desk.open(linkOf(workshop, language));
			await expect(desk.notice('desk.rehearsal.on')).toBeVisible();
			await look(page, 'rehearsal', WIDE);
			await page.goto(inLanguage(language, `${workshop.path}/host/report`));
			await look(page, 'a report of nothing', WIDE);
			await workshop.act('start', 'close', 'reveal', 'next', 'close', 'reveal', 'end');
			await page.reload();
			await expect(page.getByText(say(language, 'report.rehearsal'))).toBeVisible();
			await look(page, 'a report of a rehearsal', WIDE);
		});

		test('a projector, small and huge, in light and dark', async ({ hall }) => {
			test.slow();
			const { workshop, answer, leadThrough } = await openWorkshop(hall);
			const page = await hall.device(language, STILL);
			const screen = new ScreenPage(page, language, workshop.code);

			/** Everything is on the wall: nobody scrolls there. */
			async function show(state: string) {
				for (const viewport of [
					{ width: 3840, height: 2160 },
					{ width: 1024, height: 768 }
				]) {
					await page.setViewportSize(viewport);
					await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
					await expect.soft
						.poll(() => page.evaluate(hardToRead), `${state} at ${viewport.width}`)
						.toEqual([]);
				}
				if (!isForAxe(state)) return;
				await expectNoViolation(page, `${state}, light`);
				await page.keyboard.press('d');
				await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
				await expectNoViolation(page, `${state}, dark`, 'colours');
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
			await expect(screen.text('room.picture.few.heading')).toBeVisible();
			await show('few');
			await workshop.act('next');
			await answer('dealer-host');
			await workshop.act('close', 'reveal');
			await expect(screen.pictures.scene).toBeAttached();
			await show('nearly all');
			await workshop.act('next');
			await answer('free-audit');
			await workshop.act('close', 'reveal');
			await screen.expectTold('room.tell.revealed', { title: scenesIn(language)['free-audit'].title });
			await show('shares');
			await workshop.act('next');
			await leadThrough('testimonial', 'van-dealer');
			await answer('warm-introduction');
			await workshop.act('close', 'reveal', 'end');
			await screen.expectTold('room.tell.end');
			await show('the room');
			await workshop.host.postForm(`${workshop.path}/host?/delete`);
			await expect(page.getByText(say(language, 'room.gone.text'))).toBeVisible();
			await show('deleted');
		});
	});
}

test.describe('without a mouse', () => {
	test('a clicker leads the whole workshop', async ({ hall }) => {
		const { workshop } = await openWorkshop(hall, { scenes: SCENES.slice(0, 2) });
		const page = await hall.device('en', STILL);
		const desk = new DeskPage(page, 'en', workshop.code);
		await desk.open(linkOf(workshop, 'en'));
		const press = async (key: string, stage: Parameters<DeskPage['expectStage']>[0], scene?: ScenarioId) => {
			await pressKey(page, key);
			await desk.expectStage(stage);
			if (scene) await desk.expectScene(scene);
		};
		/** Nobody has answered: the first press only says that there would be nothing to see. */
		const reveal = async (key: string) => {
			await pressKey(page, key);
			await expect(desk.text('room.tooFew', { count: 1, smallest: 3 })).toBeVisible();
			await press(key, 'few');
		};
		await desk.expectStage('lobby');
		await press('PageDown', 'open', 'thin-post');
		await press('Space', 'closed');
		await reveal('PageDown');
		await press('ArrowRight', 'open', 'dealer-host');
		await press('PageDown', 'closed');
		await press('PageUp', 'few', 'thin-post');
		await press('PageDown', 'closed', 'dealer-host');
		await reveal('Space');
		await press('PageDown', 'end');
		const { step } = await workshop.desk();
		// There is nothing further, and no key starts over.
		for (const key of ['PageDown', 'Space', 'ArrowRight', 'Enter', 'End']) await page.keyboard.press(key);
		await press('PageUp', 'few', 'dealer-host');
		expect((await workshop.desk()).step).toBe(step + 1);
	});

	test('keys do on the desk what has the focus says, and nothing behind a dialog', async ({ hall }) => {
		const { workshop } = await openWorkshop(hall, { scenes: SCENES.slice(0, 2) });
		const page = await hall.device('en', STILL);
		const desk = new DeskPage(page, 'en', workshop.code);
		await desk.open(linkOf(workshop, 'en'));
		await desk.step('start').focus();
		await page.keyboard.press('Enter');
		await desk.expectStage('open');
		// Space on "undo" is undo, and not also "forward".
		await desk.undo('start').focus();
		await page.keyboard.press('Space');
		await desk.expectStage('lobby');
		await page.keyboard.press('PageDown');
		await desk.expectStage('open');

		const { step } = await workshop.desk();
		const opener = desk.button(desk.say('desk.steps.startOver'));
		await opener.focus();
		await page.keyboard.press('Enter');
		const dialog = page.getByRole('dialog');
		await expect(dialog.getByRole('button', { name: desk.say('desk.startOver.no') })).toBeFocused();
		for (const key of ['PageDown', 'ArrowRight', 'PageUp']) await page.keyboard.press(key);
		await page.keyboard.press('Space');
		await expect(dialog).toBeHidden();
		await expect(opener).toBeFocused();
		await page.keyboard.press('PageDown');
		await desk.expectStage('closed');
		expect((await workshop.desk()).step, 'only the last key was one').toBe(step + 1);
	});

	test('a desk says what has changed, and focus stays with the button', async ({ hall }) => {
		const { workshop } = await openWorkshop(hall, { scenes: SCENES.slice(0, 2) });
		const page = await hall.device('en', STILL);
		const desk = new DeskPage(page, 'en', workshop.code);
		await desk.open(linkOf(workshop, 'en'));
		await expect(desk.notice('desk.stage.lobby')).toBeVisible();
		await expect(
			page.getByRole('status').filter({ hasText: desk.say('desk.joined', { joined: 8 }) })
		).toHaveCount(1);
		await desk.button(desk.say('desk.rehearsal.start')).focus();
		await page.keyboard.press('Enter');
		await expect(desk.button(desk.say('desk.rehearsal.clear'))).toBeFocused();
		await desk.step('start').focus();
		await page.keyboard.press('Enter');
		await expect(desk.notice('desk.stage.open')).toBeVisible();
		await expect(desk.step('close')).toBeFocused();
	});

	test('everything on the desk is reached with Tab, and seen there', async ({ hall }) => {
		const { workshop } = await openWorkshop(hall, { scenes: SCENES.slice(0, 2) });
		await workshop.act('rehearse', 'start', 'close');
		const page = await hall.device('en', STILL);
		const desk = new DeskPage(page, 'en', workshop.code);
		await desk.open(linkOf(workshop, 'en'));
		await expectEverythingReached(page);
	});

	test('a phone is joined, answered and left with keys alone', async ({ hall }) => {
		const { workshop } = await openWorkshop(hall, { scenes: SCENES.slice(0, 2) });
		const page = await hall.device('en', STILL);
		const phone = new PhonePage(page, 'en', workshop.code);
		await phone.open();
		await expect(phone.join).toBeEnabled();
		await expectEverythingReached(page);
		await phone.join.focus();
		await page.keyboard.press('Enter');
		// Whoever listens to the page is led to what has come.
		await expect(phone.heading('phone.lobby.heading')).toBeFocused();

		await workshop.act('start');
		await phone.expectAsked('thin-post');
		const heading = page.getByRole('heading', { level: 1 });
		await expect(heading).toBeFocused();
		const order = displayOrder(workshop.code, 'thin-post');
		for (const [i, rung] of order.entries()) {
			await page.keyboard.press(String(i + 1));
			await expect(phone.option('thin-post', rung)).toBeChecked();
		}
		await phone.expectStored();
		await page.keyboard.press('6');
		await page.keyboard.press('0');
		await expect(phone.option('thin-post', order[4] as Rung)).toBeChecked();
		await page.keyboard.press('ArrowDown');
		await expect(phone.option('thin-post', order[4] as Rung)).toBeFocused();
		await page.keyboard.press('ArrowUp');
		await expect(phone.option('thin-post', order[3] as Rung)).toBeChecked();
		await expectEverythingReached(page);
		await phone.button('phone.scene.sitOut').focus();
		await page.keyboard.press('Enter');
		await expect(phone.text('phone.scene.satOut')).toBeFocused();
		await page.keyboard.press('2');
		await phone.expectStored();
		expect((await workshop.room()).answered).toBe(1);

		const { title } = scenesIn('en')['thin-post'];
		await workshop.act('close');
		await phone.expectClosed('thin-post');
		await expect(heading).toBeFocused();
		await expect(heading).toHaveAccessibleDescription(new RegExp(phone.say('phone.scene.closed')));
		await workshop.act('reveal');
		await expect(heading).toHaveAccessibleDescription(phone.say('room.tell.revealed', { title }));
		await expect(heading).toBeFocused();
		await workshop.act('end');
		await expect(phone.heading('phone.end.heading')).toBeFocused();
	});
});

/** What does not stand whole on the wall, or is too small for the last row; nobody scrolls there. Runs in the page. */
function hardToRead(): string[] {
	/** Parts of the height. What is asked stands at 4 and more; names and numbers beside it may be smaller. */
	const SMALLEST = 2.4;
	const found: string[] = [];
	for (const element of document.querySelectorAll('*')) {
		const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
		const scrolls = /auto|scroll/.test(getComputedStyle(element).overflow);
		if (!scrolls && element !== document.scrollingElement) continue;
		if (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1)
			found.push(`${element.tagName}.${element.className} scrolls`);
	}
	const shown = document.querySelector('.shown')?.getBoundingClientRect();
	const texts = document.createTreeWalker(document.querySelector('.screen') as Element, NodeFilter.SHOW_TEXT);
	for (let text = texts.nextNode(); text; text = texts.nextNode()) {
		const element = text.parentElement as Element;
		if (!text.textContent?.trim() || element.closest('.visually-hidden')) continue;
		const size = parseFloat(getComputedStyle(element).fontSize);
		const range = document.createRange();
		range.selectNodeContents(text);
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
		if ((100 * size) / innerHeight < SMALLEST) found.push(`${text.textContent} has ${size} px`);
	}
	return found;
}

/** Tab comes to everything that can be used, in the order in which it stands there, and shows where it is. */
async function expectEverythingReached(page: Page) {
	await page.evaluate(() => {
		(document.activeElement as HTMLElement | null)?.blur();
		getSelection()?.removeAllRanges();
		window.scrollTo(0, 0);
	});
	const reached = new Set<string>();
	const names = await page.evaluate(() => {
		const usable = [
			...document.querySelectorAll<HTMLElement>(
				'main a[href], main button:not(:disabled), main summary, main input:not([type=radio])'
			)
		].filter((element) => element.checkVisibility() && !element.closest('dialog:not([open])'));
		usable.forEach((element, i) => (element.dataset['place'] = String(i)));
		return usable.map((element) => element.innerText);
	});
	expect(names.length).toBeGreaterThan(0);
	for (let presses = 0; presses < 80 && reached.size < names.length; presses++) {
		await page.keyboard.press('Tab');
		const at = await page.evaluate(() => {
			const element = document.activeElement as HTMLElement | null;
			if (!element?.dataset['place']) return null;
			const { outlineStyle, boxShadow } = getComputedStyle(element);
			return { place: element.dataset['place'], seen: outlineStyle !== 'none' || boxShadow !== 'none' };
		});
		if (!at) continue;
		expect.soft(at.seen, `focus on ${names[Number(at.place)]}`).toBe(true);
		reached.add(at.place);
	}
	expect([...reached]).toEqual(names.map((_, i) => String(i)));
}
