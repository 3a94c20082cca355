import { LANGUAGES, type Language } from '../../src/lib/questions';
import { expect, test as base } from './support/fixtures';
import { inLanguage } from '../support/routes';
import { CODE, OTHER_CODE } from '../support/runs';
import { startBlog } from './support/blog';
import { say } from '../support/words';

type Answer = {
	version: string;
	type: string;
	title: string;
	width: number;
	height: number;
	html: string;
	thumbnail_url: string;
	thumbnail_width: number;
	thumbnail_height: number;
};

type Ask = (url: string, more?: Record<string, string>) => Promise<{ status: number; answer: Answer }>;

const test = base.extend<{ ask: Ask; showing: (path: string) => Promise<Answer> }>({
	/** Asks how to show an address. */
	ask: async ({ request }, use) =>
		use(async (url, more = {}) => {
			const response = await request.get('/oembed', { params: { url, ...more } });
			const status = response.status();
			return { status, answer: (status === 200 ? await response.json() : null) as Answer };
		}),
	/** Asks about a page of ours; it can be shown. */
	showing: async ({ ask, baseURL }, use) =>
		use(async (path) => {
			const { status, answer } = await ask(baseURL + path);
			expect(status, path).toBe(200);
			return answer;
		})
});

/** Where the frame leads and how large it is, as a blog reads it. */
const attribute = (html: string, name: string) =>
	new RegExp(`^<iframe[^>]* ${name}="([^"]*)"`).exec(html)?.[1];

/** What a page says about who can be asked how to show it. */
const DISCOVERY = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/;

const SHOWN: [what: string, path: string, embed: string, picture: string][] = [
	['the quiz', '/', '/embed', '/card.png'],
	['the twenty scenes', '/quiz/full', '/embed/quiz/full', '/card.png'],
	['the ten scenes', '/quiz/short', '/embed/quiz/short', '/card.png'],
	['a result', `/result/${CODE}`, `/embed/result/${CODE}`, `/result/${CODE}/card.png`]
];

for (const language of LANGUAGES) {
	for (const [what, path, embed, picture] of SHOWN) {
		test(`a blog that asks how to show ${what} gets a frame and a picture, in ${language}`, async ({
			showing,
			request,
			baseURL
		}) => {
			const answer = await showing(inLanguage(language, path));
			expect(answer).toMatchObject({
				version: '1.0',
				type: 'rich',
				provider_name: say(language, 'site.name'),
				provider_url: baseURL,
				thumbnail_width: 1200,
				thumbnail_height: 630
			});
			expect(attribute(answer.html, 'src')).toBe(`${baseURL}${inLanguage(language, embed)}`);
			expect(attribute(answer.html, 'title')).toBe(answer.title);
			expect([attribute(answer.html, 'width'), attribute(answer.html, 'height')]).toEqual([
				String(answer.width),
				String(answer.height)
			]);
			const where = language === 'en' ? picture : `/${language}${picture}`;
			expect(new URL(answer.thumbnail_url).pathname).toBe(where);
			const response = await request.get(answer.thumbnail_url);
			expect([response.status(), response.headers()['content-type']]).toEqual([200, 'image/png']);
		});
	}

	test(`the title is the page’s own, in ${language}`, async ({ showing, page }) => {
		for (const path of ['/', `/result/${CODE}`]) {
			await page.goto(inLanguage(language, path));
			await expect(page).toHaveTitle((await showing(inLanguage(language, path))).title);
		}
	});
}

for (const [spelling, embed] of [
	['/quiz/full/', '/embed/quiz/full'],
	['/%71uiz/sh%6Frt', '/embed/quiz/short'],
	['/es/', '/es/embed'],
	['/ES/quiz/full', '/es/embed/quiz/full'],
	['/en/quiz/full', '/embed/quiz/full'],
	[`/result/${CODE}/`, `/embed/result/${CODE}`],
	[`/RESULT/${CODE.toUpperCase()}`, `/embed/result/${CODE}`],
	[`/ar/%72esult/%31${CODE.slice(1)}/`, `/ar/embed/result/${CODE}`],
	[`/result/${CODE}.`, `/embed/result/${CODE}`]
] as const) {
	test(`an address is known in the spelling ${spelling}`, async ({ showing, baseURL }) => {
		const { html } = await showing(spelling);
		expect(attribute(html, 'src')).toBe(`${baseURL}${embed}`);
	});
}

test('a frame is never larger than a blog has room for', async ({ ask, baseURL }) => {
	const url = `${baseURL}/result/${CODE}`;
	const { answer: roomy } = await ask(url, { maxwidth: '5000', maxheight: '5000' });
	const { answer: free } = await ask(url);
	expect([roomy.width, roomy.height]).toEqual([free.width, free.height]);

	const { answer: narrow } = await ask(url, { maxwidth: '320', maxheight: '480' });
	expect([narrow.width, narrow.height]).toEqual([320, 480]);
	expect([attribute(narrow.html, 'width'), attribute(narrow.html, 'height')]).toEqual(['320', '480']);
	for (const wrong of ['0', '-1', 'wide', '', '1e3', '123456'])
		expect((await ask(url, { maxwidth: wrong })).status, `maxwidth ${wrong}`).toBe(400);
});

test('what is neither the quiz nor a result cannot be shown', async ({ ask, request, baseURL }) => {
	for (const path of [
		'/scoring',
		'/paper',
		'/nope',
		'/quiz/medium',
		'/quiz',
		'/quiz/full/more',
		`/result/${CODE.slice(1)}`,
		`/result/${CODE}/card.png`,
		`/compare/${CODE}/${OTHER_CODE}`
	])
		expect((await ask(baseURL + path)).status, path).toBe(404);
	for (const elsewhere of [
		`https://elsewhere.example/result/${CODE}`,
		`${baseURL?.replace('http', 'https')}/`,
		`${baseURL}@elsewhere.example/`,
		'javascript:alert(1)'
	])
		expect((await ask(elsewhere)).status, elsewhere).toBe(404);
	expect((await ask('no address')).status).toBe(400);
	expect((await request.get('/oembed')).status()).toBe(400);
});

test('only JSON is spoken', async ({ ask, baseURL }) => {
	const url = `${baseURL}/quiz/full`;
	expect((await ask(url, { format: 'json' })).status).toBe(200);
	expect((await ask(url, { format: 'xml' })).status).toBe(501);
	expect((await ask(url, { format: '' })).status).toBe(501);
});

test('any site may ask, and keep the answer for a while', async ({ request, baseURL }) => {
	const response = await request.get('/oembed', { params: { url: `${baseURL}/quiz/full` } });
	expect(response.headers()).toMatchObject({
		'content-type': 'application/json',
		'access-control-allow-origin': '*',
		'cache-control': 'private, max-age=3600'
	});
});

test.describe('pages say where to ask', () => {
	for (const language of LANGUAGES) {
		test(`also those in a frame, in ${language}`, async ({ request, baseURL }) => {
			for (const [, path, embed] of SHOWN) {
				for (const page of [path, embed].map((one) => inLanguage(language, one))) {
					const html = await (await request.get(page)).text();
					const href = DISCOVERY.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
					expect(href, page).toMatch(new RegExp(`^${baseURL}/oembed\\?`));
					const response = await request.get(href);
					expect(response.status(), page).toBe(200);
					const { html: frame } = (await response.json()) as Answer;
					expect(attribute(frame, 'src'), page).toBe(`${baseURL}${inLanguage(language, embed)}`);
				}
			}
		});
	}

	test('and the others do not', async ({ request }) => {
		for (const path of ['/scoring', '/paper', `/compare/${CODE}/${OTHER_CODE}`, '/result/nope'])
			expect(await (await request.get(path)).text(), path).not.toContain('json+oembed');
	});
});

test.describe('somebody’s blog', () => {
	test.use({ expectedErrors: /^asked http:\/\/127\.0\.0\.1:\d+\/$/ });

	test('finds out by itself how to show a result, and shows it', async ({ page, request }) => {
		const language: Language = 'ar';
		const article = await (await request.get(inLanguage(language, `/result/${CODE}`))).text();
		const href = DISCOVERY.exec(article)?.[1] ?? '';
		const { html, width } = (await (await request.get(`${href}&maxwidth=400`)).json()) as Answer;
		const blog = await startBlog();
		blog.write(html);
		await page.goto(blog.address);
		const frame = page.locator('iframe');
		await expect(frame).toHaveCSS('width', `${width}px`);
		const inside = frame.contentFrame();
		await expect(inside.locator('html')).toHaveAttribute('dir', 'rtl');
		await expect(inside.getByText(say(language, 'result.lead.shared'), { exact: true })).toBeVisible();
		await page.goto('about:blank');
		await blog.stop();
	});
});
