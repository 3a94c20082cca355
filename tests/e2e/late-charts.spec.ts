import { CODE } from '../support/runs';
import { expect, test } from './support/fixtures';
import { countColours } from './pages/result-page';

// A drawing further down is made when somebody comes near it.

test.use({ viewport: { width: 360, height: 640 }, contextOptions: { reducedMotion: 'reduce' } });

test('the strings of the dimensions are drawn when one comes near', async ({ result }) => {
	await result.open(CODE);
	const [first, second] = [result.canvases.first(), result.canvases.nth(1)];
	await expect.poll(() => first.evaluate(countColours)).toBeGreaterThan(3);
	expect(await second.evaluate(countColours)).toBe(0);
	await second.scrollIntoViewIfNeeded();
	await expect.poll(() => second.evaluate(countColours)).toBeGreaterThan(3);
});

test('they are drawn before the page is printed', async ({ page, result }) => {
	await result.open(CODE);
	await expect.poll(() => result.canvases.first().evaluate(countColours)).toBeGreaterThan(3);
	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
	expect(await result.canvases.nth(1).evaluate(countColours)).toBeGreaterThan(3);
});
