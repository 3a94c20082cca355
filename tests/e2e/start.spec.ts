import type { Locator } from '@playwright/test';
import { LANGUAGES, type Language } from '../../src/lib/questions';
import { CODE, finishedRun, RESULTS_KEY, runKey, runWith } from '../support/runs';
import { say } from '../support/words';
import { expectNoBarrier, expectToFit } from './support/access';
import { onDevice, putFinishedRun, putOnDevice } from './support/device';
import { expect, test } from './support/fixtures';

const GUESS_KEY = 'no-strings:guess';
const PHONE = { width: 360, height: 640 };

const guessOf = (value: number) => ({ [GUESS_KEY]: { schemaVersion: 1, value } });

/** A reader whose browser asks for another language than the page's, which offers its own. */
const otherThan = (language: Language) => (language === 'en' ? 'es' : 'en');

const VISITORS = {
	'somebody new': {},
	'somebody who has guessed': guessOf(80),
	'somebody who has begun': { [runKey()]: runWith({ answered: 4 }) },
	'somebody with a result who has begun anew': {
		...guessOf(20),
		[runKey()]: runWith({ answered: 4 }),
		[RESULTS_KEY]: { schemaVersion: 1, results: [finishedRun({ form: 'short' }).result] }
	}
};

for (const language of LANGUAGES) {
	test.describe(`on a small phone, in ${language}`, () => {
		test.use({ language, viewport: PHONE, locale: otherThan(language) });

		for (const [who, kept] of Object.entries(VISITORS)) {
			test(`${who} sees the story, the string and both starts without scrolling`, async ({ page, home }) => {
				await putOnDevice(page, kept);
				await home.open();
				await page.evaluate(() => document.fonts.ready);
				const seen = [home.heading, home.guess, home.lead, home.start('full'), home.start('short')];
				for (const part of seen) await expect(part).toBeInViewport({ ratio: 1 });
			});
		}
	});

	test.describe(`a guess, in ${language}`, () => {
		test.use({ language });

		test('stands in nobody’s way and fits', async ({ page, home }) => {
			await putOnDevice(page, VISITORS['somebody with a result who has begun anew']);
			await home.open();
			await expectNoBarrier(page, 'greeted');
			await page.setViewportSize({ width: 320, height: 640 });
			await expectToFit(page, 'greeted');
		});

		test('follows the keys, says where it hangs, and stays on the device', async ({ page, home }) => {
			await home.open();
			await expect(home.guess).toHaveAccessibleName(say(language, 'home.guess.label'));
			await expect(home.guess).toHaveAttribute('aria-valuetext', say(language, 'home.guess.none'));
			expect(await onDevice(page, GUESS_KEY)).toBeNull();
			await home.guess.focus();
			await page.keyboard.press('End');
			await expect(home.guess).toHaveAttribute('aria-valuetext', home.guessSaid(100, 'valueAlone'));
			await page.keyboard.press('Home');
			await expect(home.guessMade).toHaveText(home.guessSaid(0, 'huntingFavours'));
			for (let i = 0; i < 13; i++) await page.keyboard.press('ArrowUp');
			await expect(home.guessMade).toHaveText(home.guessSaid(13, 'keepingCount'));
			expect(await onDevice(page, GUESS_KEY)).toBe('{"schemaVersion":1,"value":13}');
			await page.reload();
			await expect(home.guess).toHaveValue('13');
			await expect(home.guessMade).toHaveText(home.guessSaid(13, 'keepingCount'));
		});

		test('follows the mouse, towards the pole that is named there', async ({ page, home }) => {
			await home.open();
			const pole = page.getByText(say(language, 'terms.poles.value'), { exact: true });
			await dragBead(home.guess, pole);
			await expect(home.guess).toHaveValue('100');
		});
	});
}

/** Drags from the middle of the string to beyond where a pole is named. */
async function dragBead(guess: Locator, pole: Locator) {
	const { x, y, width, height } = (await guess.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
	const to = (await pole.boundingBox()) ?? { x: 0, width: 0 };
	const towards = to.x > x + width / 4 ? x + width - 1 : x + 1;
	const { mouse } = guess.page();
	await mouse.move(x + width / 2, y + height / 2);
	await mouse.down();
	await mouse.move(towards, y + height / 2, { steps: 5 });
	await mouse.up();
}

test.describe('a guess', () => {
	test.describe('by touch', () => {
		test.use({ hasTouch: true, viewport: PHONE });

		test('is where the string is touched', async ({ page, home }) => {
			await home.open();
			const { width = 0, height = 0 } = (await home.guess.boundingBox()) ?? {};
			await home.guess.tap({ position: { x: width * 0.8, y: height / 2 } });
			expect(Number(await home.guess.inputValue())).toBeGreaterThan(75);
			expect(await onDevice(page, GUESS_KEY)).toMatch(/"value":(7[5-9]|8\d)\}$/);
		});
	});

	test('may be the middle, where the bead hangs already', async ({ page, home }) => {
		await home.open();
		await home.guess.click();
		await expect(home.guessMade).toHaveText(home.guessSaid(50, 'dealingOpenly'));
		expect(await onDevice(page, GUESS_KEY)).toContain('"value":50');
	});

	test('is none any more where a result lies', async ({ page, home }) => {
		await putFinishedRun(page);
		await home.open();
		await home.guess.click();
		await expect(home.guessMade).toHaveText(home.guessSaid(50, 'dealingOpenly'));
		expect(await onDevice(page, GUESS_KEY)).toBeNull();
	});

	test('can be taken back', async ({ page, home }) => {
		await putOnDevice(page, guessOf(80));
		await home.open();
		await page.getByRole('button', { name: say('en', 'home.guess.forget') }).click();
		await expect(home.guess).toBeFocused();
		await expect(home.guess).toHaveAttribute('aria-valuetext', say('en', 'home.guess.none'));
		await expect(home.guessMade).toBeHidden();
		expect(await onDevice(page, GUESS_KEY)).toBeNull();
	});

	test('goes with everything else when everything is deleted', async ({ page, home, result }) => {
		await putOnDevice(page, guessOf(80));
		await result.open(CODE);
		await result.deleteAll();
		await expect(result.deletedAll).toBeFocused();
		expect(await onDevice(page, GUESS_KEY)).toBeNull();
		await home.open();
		await expect(home.guessMade).toBeHidden();
	});
});

test.describe('a greeting', () => {
	test('leads back to where somebody stopped, by the start that stands out', async ({
		page,
		home,
		shortQuiz
	}) => {
		await putOnDevice(page, { [runKey('short')]: runWith({ form: 'short', answered: 4 }) });
		await home.open();
		const further = page.getByRole('link', {
			name: say('en', 'home.start.continue', { answered: 4, total: 10 })
		});
		await expect(home.start('full')).toHaveClass(/\bquiet\b/);
		await expect(further).not.toHaveClass(/\bquiet\b/);
		await further.click();
		await shortQuiz.expectScene(5);

		await shortQuiz.choose(1);
		await page.goBack();
		await expect(
			page.getByRole('link', { name: say('en', 'home.start.continue', { answered: 5, total: 10 }) })
		).toBeVisible();
	});

	test('leads to the result of whoever has one', async ({ page, home, result }) => {
		const { code } = await putFinishedRun(page);
		await home.open();
		await expect(home.start('full')).toHaveClass(/\bquiet\b/);
		await page.getByRole('link', { name: say('en', 'home.start.result') }).click();
		await expect(page).toHaveURL(new RegExp(`/result/${code}$`));
		await expect(result.lead('own')).toBeVisible();
	});

	const HARMED: Record<string, unknown> = {
		'no JSON': '{"schemaVersion":1,',
		'a bare word': 'null',
		'a list': '[1]',
		'a version from the future': { schemaVersion: 9, value: 3, finished: null, choices: { a: { rung: 1 } } },
		'other shapes': { schemaVersion: 1, value: '3', finished: null, choices: 7, results: { code: CODE } },
		'empty places': {
			schemaVersion: 1,
			value: 101,
			finished: null,
			choices: { a: null },
			results: [null, {}]
		},
		'a code that leads elsewhere': { schemaVersion: 1, results: [{ code: '/../../evil.example' }] }
	};
	for (const [what, value] of Object.entries(HARMED)) {
		test(`takes ${what} for nothing`, async ({ page, home }) => {
			await putOnDevice(page, { [GUESS_KEY]: value, [RESULTS_KEY]: value, [runKey()]: value });
			await home.open();
			await expect(home.start('full')).not.toHaveClass(/\bquiet\b/);
			await expect(page.getByRole('link', { name: say('en', 'home.start.result') })).toBeHidden();
			await expect(home.guess).toHaveValue('50');
			await expect(home.guessMade).toBeHidden();
		});
	}

	test('is for nobody where storage is forbidden, and a guess can be made all the same', async ({
		page,
		home
	}) => {
		await page.addInitScript(() => {
			Object.defineProperty(window, 'localStorage', {
				get: () => {
					throw new DOMException('The operation is insecure.', 'SecurityError');
				}
			});
		});
		await home.open();
		await home.guess.press('End');
		await expect(home.guessMade).toHaveText(home.guessSaid(100, 'valueAlone'));
		await expect(home.start('full')).toBeVisible();
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('nothing but the guess is missing', async ({ page, home }) => {
		await home.open();
		await expect(home.guess).toBeHidden();
		await expect(page.getByText(say('en', 'home.guess.label'))).toBeHidden();
		await expect(page.getByText(say('en', 'terms.poles.favour'), { exact: true })).toBeVisible();
		await expect(home.start('full')).toBeVisible();
		await expect(home.start('short')).toBeVisible();
	});
});
