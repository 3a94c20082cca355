import type { Page } from '@playwright/test';
import { LANGUAGES } from '../../src/lib/questions';
import { expect, test } from './support/fixtures';

/** The smallest phones, and how many options stand wholly on their first screen. */
const PHONES = [
	{ height: 740, wanted: 4 },
	{ height: 640, wanted: 3 }
];

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

/** Counts the options above the bar and the bottom edge in the worst of all orders, the longest first. */
async function visible(page: Page) {
	return page.evaluate(() => {
		const bar = document.querySelector('.bar');
		const edge =
			bar && getComputedStyle(bar).position === 'sticky' ? bar.getBoundingClientRect().top : innerHeight;
		const boxes = [...document.querySelectorAll('fieldset label')].map((label) =>
			label.getBoundingClientRect()
		);
		const [first, second] = boxes;
		if (scrollY !== 0 || !first || !second) return 0;
		const gap = second.top - first.bottom;
		const heights = boxes.map(({ height }) => height).sort((a, b) => b - a);
		let bottom = first.top - gap;
		return heights.filter((height) => (bottom += gap + height) <= edge).length;
	});
}

for (const language of LANGUAGES) {
	test.describe(`in ${language}`, () => {
		test.use({ language });

		test('most options of every scene are wholly visible on a small phone', async ({ page, quiz }) => {
			await quiz.open();
			await page.evaluate(() => document.fonts.ready);
			for (const { height, wanted } of PHONES) {
				await page.setViewportSize({ width: 360, height });
				for (let n = 1; n <= quiz.total; n++) {
					await page.evaluate((hash) => (location.hash = hash), `#${n}`);
					await quiz.expectScene(n);
					const { scene } = await quiz.read(0);
					expect.soft(await visible(page), `${scene} at 360x${height}`).toBeGreaterThanOrEqual(wanted);
				}
			}
		});
	});
}

test('“Next” keeps its place and size whatever is chosen', async ({ quiz }) => {
	await quiz.open();
	const before = await quiz.next.boundingBox();
	await quiz.choose(3);
	await expect(quiz.skip).toHaveCount(0);
	expect(await quiz.next.boundingBox()).toEqual(before);
});

test.describe('on a phone held sideways', () => {
	test.use({ viewport: { width: 568, height: 320 } });

	test('neither header nor bar takes room from the story', async ({ page, quiz }) => {
		await quiz.open();
		await expect(page.getByRole('banner')).toBeHidden();
		const stem = await quiz.stem.boundingBox();
		expect(stem?.y).toBeLessThan(80);
		await expect(page.locator('.bar')).toHaveCSS('position', 'static');
		await expect(quiz.options.first()).toBeInViewport({ ratio: 1 });
	});
});
