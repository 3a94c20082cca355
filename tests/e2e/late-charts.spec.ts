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

test('they are drawn before the page is printed, once all else has come', async ({ page, result }) => {
	await page.clock.install();
	await result.open(CODE);
	const second = result.canvases.nth(1);
	await expect.poll(() => result.canvases.first().evaluate(countColours)).toBeGreaterThan(3);
	await page.emulateMedia({ media: 'print' });
	await expect(second).toBeHidden();
	await page.emulateMedia({ media: 'screen' });

	const late = page.waitForRequest((request) => request.resourceType() === 'script');
	await page.clock.runFor(5_000);
	await late;
	await page.waitForLoadState('networkidle');
	await page.route('**/*.js', (route) => route.abort());
	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
	expect(await second.evaluate(countColours)).toBeGreaterThan(3);
	await page.emulateMedia({ media: 'print' });
	await expect(second).toBeVisible();
});

test('the first follows the width of the page', async ({ page, result }) => {
	await result.open(CODE);
	const first = result.canvases.first();
	await expect.poll(() => first.evaluate(countColours)).toBeGreaterThan(3);
	await page.setViewportSize({ width: 640, height: 360 });
	const narrower = () =>
		first.evaluate(
			(canvas) => (canvas.parentElement?.clientWidth ?? NaN) - canvas.getBoundingClientRect().width
		);
	await expect.poll(narrower).toBeCloseTo(0, 0);
	expect(await first.evaluate(countColours)).toBeGreaterThan(3);
});

test('the first is as fine as the screen at any zoom', async ({ page, result }) => {
	await result.open(CODE);
	const first = result.canvases.first();
	const dots = () =>
		first.evaluate((canvas) => (canvas as HTMLCanvasElement).width / canvas.getBoundingClientRect().width);
	await expect.poll(dots).toBeCloseTo(1, 1);
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setDeviceMetricsOverride', {
		...{ width: 360, height: 640, mobile: false },
		deviceScaleFactor: 2
	});
	// As a browser says by itself where a reader zooms.
	await page.evaluate(() => window.dispatchEvent(new Event('resize')));
	await expect.poll(dots).toBeCloseTo(2, 1);
	expect(await first.evaluate(countColours)).toBeGreaterThan(3);
});
