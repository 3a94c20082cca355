import type { Locator } from '@playwright/test';
import { LANGUAGES, RUNGS as ALL_RUNGS, type Rung } from '../../src/lib/questions';
import { expect, test } from './support/fixtures';
import { putFinishedRun, putOnDevice } from './support/device';
import { CODE, codeOf, OTHER_CODE, RUNGS, runKey, runWith } from '../support/runs';

/** A result in each zone, and one between each two that are neighbours. */
const EVERY_HEADLINE = ALL_RUNGS.flatMap((rung) => {
	const pure = RUNGS.map(() => rung);
	const mixed = RUNGS.map((_, i) => Math.min(4, rung + (i % 2)) as Rung);
	return rung === 4 ? [pure] : [pure, mixed];
}).map((rungs) => codeOf(runWith({ answered: 20, rungs })));

const SMALL_PHONE = { width: 360, height: 640 };

async function expectOnFirstScreen(...things: Locator[]) {
	for (const thing of things) {
		const box = await thing.boundingBox();
		expect(box).not.toBeNull();
		expect(Math.round((box?.y ?? NaN) + (box?.height ?? NaN))).toBeLessThanOrEqual(SMALL_PHONE.height);
	}
}

for (const language of LANGUAGES) {
	test.describe(`on a small phone, in ${language}`, () => {
		test.use({ language, viewport: SMALL_PHONE });

		test('somebody else’s result says what it means, what this is and where to begin', async ({
			page,
			result
		}) => {
			const premise = page.getByText(result.say('result.invite.premise'));
			for (const code of EVERY_HEADLINE) {
				await result.open(code);
				await page.evaluate(() => document.fonts.ready);
				await expectOnFirstScreen(
					result.heading,
					result.sense,
					result.canvases.first(),
					premise,
					result.start
				);
				const [question, answer] = await Promise.all([premise.boundingBox(), result.heading.boundingBox()]);
				expect(question?.y).toBeLessThan(answer?.y ?? NaN);
			}
		});

		test('one’s own result says what it means, and shows the string and the way to show it', async ({
			page,
			result
		}) => {
			const { code } = await putFinishedRun(page);
			await result.open(code);
			await expect(result.lead('own')).toBeVisible();
			await expectOnFirstScreen(result.heading, result.sense, result.canvases.first(), result.show);
			await expect(result.start).toHaveCount(0);
			await expect(page.getByText(result.say('result.invite.premise'))).toHaveCount(0);
		});
	});
}

test('whoever sets out from somebody’s link comes back to it with a result', async ({ page, result }) => {
	await putOnDevice(page, { [runKey('short')]: runWith({ form: 'short', answered: 10, at: 9 }) });
	await result.open(OTHER_CODE);
	// Only the page's script notes where somebody sets out.
	await expect(page.locator('article > header canvas')).toBeVisible();
	await result.start.click();
	await page.waitForURL('**/quiz/short');
	await page.getByRole('button', { name: result.say('quiz.actions.finish'), exact: true }).click();
	await expect(result.lead('own')).toBeVisible();
	await expect(result.figures.getByText(result.say('result.invite.cameFrom'))).toBeVisible();
	const own = new URL(page.url()).pathname.split('/').at(-1);
	await result.both.click();
	await page.waitForURL(`**/compare/${own}/${OTHER_CODE}`);

	await test.step('until everything here is deleted', async () => {
		await result.open(own ?? '');
		await expect(result.both).toBeVisible();
		await result.deleteAll();
		await expect(result.both).toHaveCount(0);
		expect(await page.evaluate(() => sessionStorage.getItem('no-strings:met'))).toBeNull();
	});
});

test('whoever sets out before the scripts have come is remembered as well', async ({ page, result }) => {
	// Held, not refused: nothing complains.
	await page.route(/\.js$/, () => {});
	await page.goto(`/result/${OTHER_CODE}`, { waitUntil: 'commit' });
	await result.start.click({ noWaitAfter: true });
	await page.waitForURL('**/quiz/short', { waitUntil: 'commit' });
	expect(await page.evaluate(() => sessionStorage.getItem('no-strings:met'))).toContain(OTHER_CODE);
});

test('whoever only looks leaves nothing, and is not sent back to anybody', async ({ page, result }) => {
	await result.open(OTHER_CODE);
	await expect(result.start).toBeVisible();
	const { code } = await putFinishedRun(page);
	await result.open(code);
	await expect(result.lead('own')).toBeVisible();
	await expect(result.both).toHaveCount(0);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the way into the quiz is there', async ({ result }) => {
		await result.open(CODE);
		await expect(result.start).toHaveAttribute('href', '/quiz/short');
	});
});
