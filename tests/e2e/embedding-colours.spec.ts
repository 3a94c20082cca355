import { FramedQuiz } from './pages/framed-quiz';
import { BLOG, expect, test } from './support/embedding';

test.use({ expectedErrors: BLOG });

test.describe('the colours of the blog', () => {
	/** How light the background in the frame is, from 0 to 255. */
	const lightness = (embedded: FramedQuiz) =>
		embedded.root.evaluate((root) => {
			const channels = getComputedStyle(root).backgroundColor.match(/[\d.]+/g) ?? [];
			return channels.slice(0, 3).reduce((sum, channel) => sum + Number(channel) / 3, 0);
		});

	for (const [theme, colorScheme] of [
		['dark', 'light'],
		['light', 'dark']
	] as const) {
		test(`are ${theme} on a ${colorScheme} device, from the first page to the result`, async ({
			page,
			embed,
			embedded
		}) => {
			await page.emulateMedia({ colorScheme });
			const expectTheme = async () =>
				theme === 'light'
					? expect(await lightness(embedded)).toBeGreaterThan(200)
					: expect(await lightness(embedded)).toBeLessThan(60);
			await embed({ theme });
			await expect(embedded.heading).toHaveText(embedded.say('home.heading'));
			await expectTheme();
			await embedded.inside.getByRole('link', { name: embedded.say('home.start.short.name') }).click();
			await embedded.take('short');
			await embedded.lead('own').waitFor();
			expect(await embedded.path()).toMatch(new RegExp(`^/embed/result/\\w+\\?theme=${theme}$`));
			await expectTheme();
		});
	}

	test('are those of the device where the blog names none, or one that is none', async ({
		page,
		embed,
		embedded
	}) => {
		await page.emulateMedia({ colorScheme: 'dark' });
		for (const attributes of [{ form: 'full' }, { form: 'full', theme: 'pink' }]) {
			await embed(attributes);
			await embedded.expectScene(1, 'full');
			expect(await lightness(embedded)).toBeLessThan(60);
		}
	});
});
