import type { APIRequestContext } from '@playwright/test';
import scrape from 'open-graph-scraper';
import sharp from 'sharp';
import type { Language } from '../../src/lib/questions';
import { expect, test } from './support/fixtures';
import { inLanguage } from '../support/routes';
import { CODE, OTHER_CODE } from '../support/runs';
import { startServer, type TestServer } from '../support/server';
import { say } from '../support/words';

const KILOBYTE = 1024;
/** Above this size WhatsApp shows no picture. */
const MOST = 600 * KILOBYTE;

const headlineIn = (language: Language) => {
	const [from, to] = (['dealingOpenly', 'goingByValue'] as const).map((zone) =>
		say(language, `terms.zones.${zone}.inline`)
	);
	return say(language, 'result.headline.between', { from: from ?? '', to: to ?? '' });
};

/** What is passed on, with what its preview should say. */
const PASSED_ON = {
	'the quiz': (language: Language) => ({
		path: '/',
		title: say(language, 'home.title'),
		description: say(language, 'home.description'),
		picture: say(language, 'home.heading')
	}),
	'a result': (language: Language) => ({
		path: `/result/${CODE}`,
		title: say(language, 'share.ask.result'),
		description: say(language, 'share.ask.about', {
			premise: say(language, 'result.invite.premise'),
			headline: headlineIn(language)
		}),
		picture: headlineIn(language)
	}),
	'two results': (language: Language) => ({
		path: `/compare/${CODE}/${OTHER_CODE}`,
		title: say(language, 'share.ask.compare'),
		description: say(language, 'share.ask.description'),
		picture: say(language, 'share.compare.card.apart.headline', { difference: 25 })
	})
};

const TERRITORIES = { en: 'en_US', ar: 'ar_AR' } as const;

/** What a network reads of a page. */
async function preview(url: string) {
	const { error, result } = await scrape({
		url,
		// Nothing is guessed from the rest of the page.
		onlyGetOpenGraphInfo: true,
		urlValidatorSettings: { require_tld: false } as never
	});
	expect(error, url).toBe(false);
	return result;
}

/** Fetches the picture as a network does, and looks at what came. */
async function expectPicture(request: APIRequestContext, url: string) {
	const response = await request.get(url);
	expect([response.status(), response.headers()['content-type']]).toEqual([200, 'image/png']);
	const png = await response.body();
	expect(png.length).toBeLessThan(MOST);
	const { format, width, height } = await sharp(png).metadata();
	expect([format, width, height]).toEqual(['png', 1200, 630]);
	return png;
}

for (const language of ['en', 'ar'] as const) {
	for (const [what, facts] of Object.entries(PASSED_ON)) {
		test(`a link to ${what} is shown with words and picture, in ${language}`, async ({
			request,
			baseURL
		}) => {
			const { path, title, description, picture } = facts(language);
			const address = `${baseURL}${inLanguage(language, path)}`;
			const shown = await preview(address);
			expect(shown).toMatchObject({
				ogType: 'website',
				ogSiteName: say(language, 'site.name'),
				ogTitle: title,
				ogDescription: description,
				ogLocale: TERRITORIES[language],
				twitterCard: 'summary_large_image',
				twitterTitle: title,
				twitterDescription: description
			});
			expect(new URL(shown.ogUrl ?? '').href).toBe(new URL(address).href);

			expect(shown.ogImage).toHaveLength(1);
			const [image] = shown.ogImage ?? [];
			expect(image).toMatchObject({ type: 'image/png', width: '1200', height: '630' });
			expect(image?.alt).toContain(picture);
			expect(image?.url).toMatch(
				new RegExp(`^${baseURL}${inLanguage(language, path).replace(/\/$/, '')}/card\\.png\\?`)
			);
			expect(shown.twitterImage).toMatchObject([{ url: image?.url, alt: image?.alt }]);
			await expectPicture(request, image?.url ?? '');
		});
	}
}

test('every language has words of its own, and a picture', async ({ request, baseURL }) => {
	const addresses = (['en', 'ar'] as const).map(
		(language) => `${baseURL}${inLanguage(language, `/result/${CODE}`)}`
	);
	const [english, arabic] = await Promise.all(addresses.map(preview));
	expect(arabic?.ogTitle).toMatch(/\p{Script=Arabic}/u);
	expect(english?.ogTitle).not.toMatch(/\p{Script=Arabic}/u);
	const [one, other] = await Promise.all(
		[english, arabic].map((shown) => expectPicture(request, shown?.ogImage?.[0]?.url ?? ''))
	);
	expect(one?.equals(other ?? Buffer.of())).toBe(false);
});

test('a link that leads nowhere has no preview of a result', async ({ baseURL }) => {
	const url = `${baseURL}/result/${CODE.slice(1)}`;
	const failed = scrape({ url, urlValidatorSettings: { require_tld: false } as never });
	await expect(failed).rejects.toMatchObject({ error: true, result: { error: '404 Not Found' } });
});

test.describe('behind a proxy, under a name of its own', () => {
	const ORIGIN = 'https://quiz.example.org';
	let server: TestServer;
	let here: string;

	test.beforeAll(async () => {
		server = await startServer({ ORIGIN });
		here = `http://127.0.0.1:${server.port}`;
	});
	test.afterAll(async () => {
		await server.stop();
	});

	for (const language of ['en', 'ar'] as const) {
		test(`a preview leads there, in ${language}`, async ({ request, baseURL }) => {
			const path = inLanguage(language, `/result/${CODE}`);
			const shown = await preview(here + path);
			expect(shown.ogUrl).toBe(ORIGIN + path);
			const url = shown.ogImage?.[0]?.url ?? '';
			expect(url).toContain(`${ORIGIN}${path}/card.png?`);
			expect(shown.twitterImage?.[0]?.url).toBe(url);

			// The address of the quiz stands on the picture: under another name it is another one.
			const picture = await expectPicture(request, url.replace(ORIGIN, here));
			const elsewhere = await expectPicture(request, url.replace(ORIGIN, baseURL ?? ''));
			expect(picture.equals(elsewhere)).toBe(false);
		});
	}

	test('everything else that a page says of itself leads there too', async ({ request }) => {
		const html = await (await request.get(`${here}/es/result/${CODE}`)).text();
		const links = [...html.matchAll(/<link rel="(canonical|alternate)"[^>]*? href="([^"]+)"/g)];
		expect(links.length).toBeGreaterThan(4);
		for (const [, , href] of links) expect(href).toMatch(new RegExp(`^${ORIGIN}/`));
		const address = new URL(here);
		expect(html).not.toContain(address.host);
	});

	test('oEmbed knows addresses under that name, and no others', async ({ request }) => {
		const ask = (origin: string) =>
			request.get(`${here}/oembed`, { params: { url: `${origin}/result/${CODE}` } });
		const answer = (await (await ask(ORIGIN)).json()) as Record<string, unknown>;
		expect(answer).toMatchObject({ provider_url: ORIGIN });
		expect(answer['html']).toContain(`src="${ORIGIN}/embed/result/${CODE}"`);
		expect(answer['thumbnail_url']).toContain(`${ORIGIN}/result/${CODE}/card.png?`);
		expect((await ask(here)).status()).toBe(404);
	});
});
