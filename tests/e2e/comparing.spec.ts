import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { DIMENSIONS, type Language, type Rung } from '../../src/lib/questions';
import { ErrorPage } from './pages/error-page';
import { SharePanel } from './pages/share-panel';
import { expectToFit } from './support/access';
import { expect, STATUS_4XX, test } from './support/fixtures';
import { inLanguage } from '../support/routes';
import { CODE, codeOf, RUNGS, runWith, SHORT_CODE } from '../support/runs';
import { putFinishedRun } from './support/device';
import { expectedScore } from './support/scores';
import { say } from '../support/words';

/** Somebody who chose the second rung in every scene: 25 points, far from the 65 of one's own. */
const FAR: readonly Rung[] = RUNGS.map(() => 1);
/** Somebody who chose otherwise in one scene, one rung lower. */
const NEAR: readonly Rung[] = RUNGS.map((rung, i) => (i === 3 ? 3 : rung));

const codeWith = (rungs: readonly Rung[]) => codeOf(runWith({ answered: 20, rungs }));

const OTHERS = [
	{ who: 'far away', rungs: FAR, verdict: 'apart', difference: '40' },
	{ who: 'near', rungs: NEAR, verdict: 'close', difference: '1' }
] as const;

/** Score and range as the table has them. */
function cells(language: Language, rungs: readonly Rung[]): string[] {
	const { score, low, high } = expectedScore(rungs);
	return [score, say(language, 'result.dimensions.range', { low, high })];
}

/** The text twin of the drawing: one row for each. */
async function expectTable(table: Locator, rows: string[][]) {
	await expect(table.locator('tbody tr')).toHaveCount(rows.length);
	for (const [i, row] of rows.entries())
		await expect(table.locator('tbody tr').nth(i).locator('td')).toHaveText(row);
}

/** Nobody's result is called better; the sentence that says so is the only one with the word. */
async function expectNoBetter(place: Locator) {
	const text = (await place.innerText()).replace(say('en', 'share.compare.neither'), '');
	expect(text.length).toBeGreaterThan(100);
	expect(text).not.toMatch(/\b(better|worse|best|worst|higher|lower|ahead|behind|wins?)\b/i);
}

test.describe('somebody else’s link, with a result of one’s own', () => {
	for (const { who, rungs, verdict, difference } of OTHERS) {
		test(`shows both on one string: ${who}`, async ({ page, result }) => {
			const { code: own } = await putFinishedRun(page);
			const code = codeWith(rungs);
			await result.open(code);
			await expect(result.both).toBeVisible();
			await result.expectCharts(2);
			const [mine, theirs] = [expectedScore(RUNGS), expectedScore(rungs)];
			const header = result.figures;
			await expect(header).toContainText(say('en', 'result.score.value', theirs));
			await expect(header).toContainText(say('en', 'result.invite.mine', mine));
			await expect(header).toContainText(say('en', 'result.chart.mine', mine));
			await expect(header.getByText(say('en', 'result.legend.mine'), { exact: true })).toBeVisible();
			await expect(header).toContainText(say('en', `share.compare.${verdict}`, { difference }));
			await expect(header).toContainText(say('en', 'share.compare.neither'));
			await expectNoBetter(header);
			await expect(result.start).toHaveCount(0);

			await result.both.click();
			await page.waitForURL(`**/compare/${own}/${code}`);
		});
	}

	test('shows nothing beside it where there is none', async ({ result }) => {
		await result.open(codeWith(FAR));
		await result.expectCharts(2);
		await expect(result.both).toHaveCount(0);
	});

	test('shows nothing beside one’s own', async ({ page, result }) => {
		const { code } = await putFinishedRun(page);
		await result.open(code);
		await expect(result.scenes).toBeVisible();
		await expect(result.both).toHaveCount(0);
	});
});

for (const language of ['en', 'es', 'ar'] as const) {
	test.describe(`two results on one page, in ${language}`, () => {
		test.use({ language });
		const path = inLanguage(language, `/compare/${CODE}/${codeWith(FAR)}`);

		test('hang on one string, with words for it', async ({ page, result }) => {
			await page.goto(path);
			await expect(result.heading).toHaveText(
				say(language, 'share.compare.card.apart.headline', { difference: 40 })
			);
			await result.expectCharts(5);
			await expectTable(page.getByRole('table'), [cells(language, RUNGS), cells(language, FAR)]);
			const main = page.locator('main');
			await expect(main).toContainText(say(language, 'share.compare.apart', { difference: '40' }));
			await expect(main).toContainText(say(language, 'share.compare.neither'));
			await expect(
				page.getByRole('heading', { name: say(language, 'share.compare.dimensions') })
			).toBeVisible();
			for (const dimension of DIMENSIONS)
				await expect(main).toContainText(
					say(language, 'share.compare.most.each', {
						dimension: say(language, `terms.dimensions.${dimension}.name`),
						first: 65,
						second: 25
					})
				);
			for (const code of [CODE, codeWith(FAR)])
				await expect(main.locator(`a[href="${inLanguage(language, `/result/${code}`)}"]`)).toBeVisible();
		});

		test('say on a phone’s first screen who is where, and where to begin', async ({ page, result }) => {
			await page.setViewportSize({ width: 360, height: 640 });
			await page.goto(path);
			await page.evaluate(() => document.fonts.ready);
			const [one, other] = ['one', 'other'].map((who) =>
				page.getByRole('link', { name: say(language, `share.compare.people.${who as 'one'}`), exact: true })
			);
			const start = page.getByRole('link', { name: say(language, 'result.invite.start') });
			for (const part of [result.heading, one, other, start])
				await expect(part as Locator).toBeInViewport({ ratio: 1 });
			await expectToFit(page, 'compared');
		});

		test('ask nobody in who has a result, and call it theirs', async ({ page }) => {
			await putFinishedRun(page);
			await page.goto(path);
			await expect(
				page.getByRole('link', { name: say(language, 'share.compare.people.you'), exact: true })
			).toBeVisible();
			await expect(page.getByRole('link', { name: say(language, 'result.invite.start') })).toHaveCount(0);
		});

		test('are called as somebody likes, on this device alone', async ({ page }) => {
			const sent: string[] = [];
			page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
			await page.goto(path);
			await page.getByText(say(language, 'share.compare.names.open')).click();
			const [one, other] = (['one', 'other'] as const).map((who) =>
				page.getByRole('textbox', {
					name: say(language, 'share.compare.names.label', {
						who: say(language, `share.compare.people.${who}`)
					})
				})
			);
			await one?.fill('Zephyrine');
			await other?.fill('宮本');
			await other?.press('Tab');
			const table = page.getByRole('table').getByRole('rowheader');
			await expect(table).toHaveText(['Zephyrine', '宮本']);
			await page.reload();
			await expect(table).toHaveText(['Zephyrine', '宮本']);
			await expect(page.getByRole('link', { name: 'Zephyrine', exact: true })).toBeVisible();
			expect(
				[...sent, page.url()].map(decodeURIComponent).filter((text) => /Zephyrine|宮本/.test(text))
			).toEqual([]);
			await page.getByText(say(language, 'share.compare.names.open')).click();
			await one?.clear();
			await one?.press('Tab');
			await expect(table.first()).toHaveText(say(language, 'share.compare.people.one'));
		});

		test('can be passed on, with a card of their own', async ({ page, request, baseURL }) => {
			await page.goto(path);
			const panel = new SharePanel(page, language);
			await panel.reach();
			await panel.expectPicture();
			await expect(panel.picture).toHaveAttribute(
				'alt',
				new RegExp(`^${say(language, 'share.compare.card.apart.headline', { difference: 40 })}\\. `)
			);
			await panel.networks.click();
			const href = (await panel.link('LinkedIn').getAttribute('href')) ?? '';
			expect(new URL(href).searchParams.get('url')).toBe(`${baseURL}${path}`);
			const shown = await page.locator('meta[property="og:image"]').getAttribute('content');
			const response = await request.get(shown ?? '');
			expect([response.status(), response.headers()['content-type']]).toEqual([200, 'image/png']);
			expect(new URL(shown ?? '').pathname).toBe(`${path}/card.png`);
		});
	});
}

test('nobody is called better', async ({ page }) => {
	for (const { rungs } of OTHERS) {
		await page.goto(`/compare/${CODE}/${codeWith(rungs)}`);
		await expectNoBetter(page.locator('main'));
	}
});

test('one with twenty scenes and one with ten are compared by what both have', async ({ page, result }) => {
	await page.goto(`/compare/${CODE}/${SHORT_CODE}`);
	await result.expectCharts(1);
	await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(2);
	await expect(page.getByRole('heading', { name: say('en', 'share.compare.dimensions') })).toHaveCount(0);
});

test('the same result twice is no difference', async ({ page }) => {
	await page.goto(`/compare/${CODE}/${CODE}`);
	await expect(page.locator('main')).toContainText(say('en', 'share.compare.close', { difference: '0' }));
});

test('a code that is none is 404, in either place and every language', async ({ request }) => {
	for (const language of ['en', 'es', 'ar'] as const) {
		for (const pair of [`${CODE}/x`, `x/${CODE}`, `${CODE}/${CODE.slice(1)}`, 'x/y']) {
			const response = await request.get(inLanguage(language, `/compare/${pair}`));
			expect(response.status(), pair).toBe(404);
			expect(await response.text(), pair).toContain(say(language, 'site.error.result.heading'));
		}
	}
	expect((await request.get(`/compare/${CODE}`)).status()).toBe(404);
});

test.describe('a link to two results that came to harm', () => {
	test.use({ expectedErrors: STATUS_4XX });

	for (const language of ['en', 'ar'] as const) {
		test(`says what is wrong and shows a way on, in ${language}`, async ({ page, home }) => {
			const error = new ErrorPage(page, language);
			for (const pair of [`${CODE}/${SHORT_CODE.slice(0, -3)}`, `${CODE.slice(0, -3)}/${SHORT_CODE}`]) {
				expect(await error.open(`/compare/${pair}`)).toBe(404);
				await error.expectToSay('site.error.result.heading', 'site.error.result.short');
			}
			await error.wayOn.click();
			await expect(page).toHaveURL(inLanguage(language, '/'));
			await expect(home.heading).toBeVisible();
		});
	}
});

test('another spelling of a code leads to the one that we write', async ({ request }) => {
	for (const pair of [`${CODE.toUpperCase()}/${SHORT_CODE}`, `${CODE}/${SHORT_CODE.toUpperCase()}`]) {
		const response = await request.get(`/es/compare/${pair}`, { maxRedirects: 0 });
		expect(response.status()).toBe(308);
		expect(response.headers()['location']).toBe(`/es/compare/${CODE}/${SHORT_CODE}`);
	}
});

test.describe('stands in nobody’s way', () => {
	test.use({ contextOptions: { reducedMotion: 'reduce' } });

	async function expectNoBarrier(page: Page) {
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(
				violations.map(({ id, help }) => `${id}: ${help}`),
				colorScheme
			).toEqual([]);
		}
	}

	for (const language of ['en', 'ar'] as const) {
		test(`on the page of two results, in ${language}`, async ({ page, result }) => {
			await page.goto(inLanguage(language, `/compare/${CODE}/${codeWith(FAR)}`));
			await result.expectCharts(5);
			await expectNoBarrier(page);
		});
	}

	test('beside one’s own, with everything in the panel open', async ({ page, result }) => {
		await putFinishedRun(page);
		await result.open(codeWith(NEAR));
		await result.expectCharts(2);
		const panel = new SharePanel(page, 'en');
		await panel.reach();
		await panel.expectPicture();
		await panel.networks.click();
		await panel.mastodon.click();
		await panel.instance.fill('nonsense');
		await panel.go.click();
		await panel.qr.click();
		await expect(panel.section.locator('svg')).toBeVisible();
		await expectNoBarrier(page);
	});
});
