import { FramedQuiz } from './pages/framed-quiz';
import { expect, test as base } from './support/fixtures';
import { CODE } from '../support/runs';
import { startBlog } from './support/blog';

/** Frames as WordPress and others make them of what oEmbed answers: without an origin, without new windows. */
const test = base.extend<{ embedded: FramedQuiz; embed: (path: string, sandbox?: string) => Promise<void> }>({
	embedded: async ({ page, language }, use) => use(new FramedQuiz(page, language)),
	embed: async ({ page, baseURL }, use) => {
		const blog = await startBlog();
		await use(async (path, sandbox = 'allow-scripts') => {
			blog.write(
				`<iframe class="wp-embedded-content" sandbox="${sandbox}" security="restricted" src="${baseURL}${path}#?secret=5kTnQ2" width="600" height="900"></iframe>`
			);
			await page.goto(blog.address);
		});
		await page.close();
		await blog.stop();
	}
});

// The blog is elsewhere. That windows are blocked is told by the browser as well.
test.use({ expectedErrors: /^asked http:\/\/127\.0\.0\.1:\d+\/$|Blocked opening/ });

test('in a sandboxed frame the quiz says that nothing is stored, and ends with its result', async ({
	embed,
	embedded
}) => {
	await embed('/embed/quiz/short');
	await embedded.expectScene(1, 'short');
	expect(await embedded.root.evaluate(() => window.origin), 'no origin').toBe('null');
	await expect(
		embedded.inside.getByRole('status').getByText(embedded.say('quiz.notices.forbidden'))
	).toBeVisible();
	await embedded.take('short');
	await expect(embedded.lead('own')).toBeVisible();
	await expect(embedded.inside.getByText('10 of 10 scenes answered')).toBeVisible();
	await expect(embedded.inside.locator('.title')).toHaveCount(10);
});

test('in a sandboxed frame a result looks as it does elsewhere', async ({ embed, embedded }) => {
	await embed(`/embed/result/${CODE}`);
	await expect(embedded.lead('shared')).toBeVisible();
	await expect(embedded.inside.locator('canvas').first()).toHaveJSProperty('hidden', false);
	await expect
		.poll(() => embedded.root.evaluate(() => [...document.fonts].some(({ status }) => status === 'loaded')))
		.toBe(true);
	expect(
		await embedded.inside.locator('h1').evaluate((heading) => getComputedStyle(heading).fontFamily)
	).toMatch(/Literata/);
});

test('in a sandboxed frame an address stands to be copied where a window would open', async ({
	page,
	baseURL,
	embed,
	embedded
}) => {
	await embed(`/embed/result/${CODE}`);
	await expect(embedded.lead('shared')).toBeVisible();
	for (const [key, path] of [
		['result.limits.link', '/scoring'],
		['site.name', '/']
	] as const) {
		await embedded.link(key).click();
		const field = embedded.inside
			.getByRole('textbox', { name: embedded.say('share.frame.copy') })
			.and(embedded.inside.locator(':focus'));
		await expect(field).toHaveValue(`${baseURL}${path}`);
		expect(await field.evaluate((input: HTMLInputElement) => input.selectionEnd)).toBe(
			`${baseURL}${path}`.length
		);
	}
	expect(page.context().pages()).toHaveLength(1);
	expect(await embedded.path()).toBe(`/embed/result/${CODE}`);
});

test('in a sandboxed frame that may open windows, links open them', async ({
	page,
	baseURL,
	embed,
	embedded
}) => {
	await embed(`/embed/result/${CODE}`, 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
	await expect(embedded.lead('shared')).toBeVisible();
	const opening = page.waitForEvent('popup');
	await embedded.link('result.limits.link').click();
	await (await opening).waitForURL(`${baseURL}/scoring`);
	await expect(embedded.inside.getByRole('textbox')).toHaveCount(0);
});
