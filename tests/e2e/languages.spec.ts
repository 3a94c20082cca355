import { LANGUAGES } from '../../src/lib/questions';
import { recordOf } from '../../src/lib/languages';
import { expect, test } from './support/fixtures';
import { EVERY_PUBLIC_ADDRESS, inLanguage, PUBLIC_PAGES } from '../support/routes';
import { CODE, runKey, runWith } from '../support/runs';
import { putOnDevice, savedRun } from './support/device';
import { say } from '../support/words';

test('another language keeps the page and the run', async ({ page, home, quiz }) => {
	await putOnDevice(page, { [runKey()]: runWith({ answered: 6 }) });
	await quiz.open();
	await quiz.expectScene(7);
	const before = await quiz.read(0);

	await home.languageLink('Español').click();
	await expect(page).toHaveURL(/\/es\/quiz\/full/);
	await expect(quiz.heading).toHaveText(say('es', 'quiz.progress.label', { n: 7, total: 20 }));
	const { QuizPage } = await import('./pages/quiz-page');
	const inSpanish = await new QuizPage(page, 'es', 'full').read(0);
	expect(inSpanish, 'the same scene, options in the same order').toMatchObject({
		scene: before.scene,
		rung: before.rung
	});

	await home.languageLink('العربية').click();
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	await quiz.options.first().or(page.getByRole('radio').first()).click();
	await home.languageLink('English').click();
	await quiz.expectScene(7);
	expect(Object.keys((await savedRun(page)).choices)).toHaveLength(7);
});

test('a result is read in another language at the same address', async ({ page, home, result }) => {
	await result.open(CODE);
	await home.languageLink('العربية').click();
	await expect(page).toHaveURL(`/ar/result/${CODE}`);
	await expect(result.figures).toContainText('65');
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
});

test.describe('a browser that asks for Mexican Spanish', () => {
	test.use({ locale: 'es-MX' });

	test('is offered Spanish by a link, and sent nowhere', async ({ page, home }) => {
		const response = await page.goto('/');
		expect(response?.status()).toBe(200);
		expect(response?.request().redirectedFrom()).toBeNull();
		await expect(page).toHaveURL('/');
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		const offer = page.getByRole('link', { name: say('es', 'site.offer') });
		await expect(offer).toBeVisible();
		await expect(page.locator('.offer')).toHaveAttribute('lang', 'es');
		expect(await response?.headerValue('vary')).toMatch(/accept-language/i);

		await offer.click();
		await expect(page).toHaveURL('/es');
		await expect(home.heading).toHaveText(say('es', 'home.heading'));
		await expect(page.locator('.offer')).toHaveCount(0);
	});

	test('stays in the language of an address that somebody sent', async ({ page, quiz }) => {
		await quiz.open();
		await quiz.expectScene(1);
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	});
});

for (const locale of ['en-GB', 'fr-FR']) {
	test.describe(`a browser that asks for ${locale}`, () => {
		test.use({ locale });

		test('is offered nothing', async ({ page, home }) => {
			await home.open();
			await expect(page.locator('.offer')).toHaveCount(0);
		});
	});
}

test.describe('what every page says about itself', () => {
	test.use({ javaScriptEnabled: false });

	for (const language of LANGUAGES) {
		test(`in ${language}: title, description, direction, address and its other languages`, async ({
			page,
			baseURL
		}) => {
			const titles = new Set<string>();
			for (const { path, address } of EVERY_PUBLIC_ADDRESS.filter((one) => one.language === language)) {
				await test.step(address, async () => {
					await page.goto(address);
					const html = page.locator('html');
					await expect(html).toHaveAttribute('lang', language);
					await expect(html).toHaveAttribute('dir', recordOf(language).direction);
					const title = await page.title();
					expect(title.length).toBeGreaterThan(5);
					titles.add(title);
					const description = page.locator('meta[name=description]');
					await expect(description).toHaveCount(1);
					expect((await description.getAttribute('content'))?.length).toBeGreaterThan(20);
					await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', absolute(address));
					for (const other of LANGUAGES)
						await expect(page.locator(`link[rel=alternate][hreflang=${other}]`)).toHaveAttribute(
							'href',
							absolute(inLanguage(other, path))
						);
					await expect(page.locator('link[rel=alternate][hreflang=x-default]')).toHaveAttribute(
						'href',
						absolute(path)
					);
					await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
					await expect(page.locator('meta[name=robots]')).toHaveCount(
						/^\/(result|compare|scenes)\//.test(path) ? 1 : 0
					);
				});
			}
			expect(titles.size, 'no two pages have the same title').toBe(PUBLIC_PAGES.length);

			function absolute(path: string) {
				return path === '/' ? new RegExp(`^${baseURL}/?$`) : `${baseURL}${path}`;
			}
		});
	}
});

test('the site map names pages that are there, in every language', async ({ request, page, baseURL }) => {
	const response = await request.get('/sitemap.xml');
	expect(response.headers()['content-type']).toContain('application/xml');
	await page.goto('/offline');
	const text = await response.text();
	const { broken, places } = await page.evaluate((xml) => {
		const document = new DOMParser().parseFromString(xml, 'application/xml');
		return {
			broken: document.querySelector('parsererror')?.textContent,
			places: [...document.querySelectorAll('url')].map((url) => ({
				place: url.querySelector('loc')?.textContent ?? '',
				others: [...url.getElementsByTagName('xhtml:link')].map((link) => link.getAttribute('href') ?? '')
			}))
		};
	}, text);
	expect(broken).toBeUndefined();
	expect(places.length).toBeGreaterThanOrEqual(LANGUAGES.length * 3);
	const named = new Set(places.map(({ place }) => place));
	for (const { place, others } of places) {
		expect(place.startsWith(`${baseURL}/`)).toBe(true);
		expect(others).toHaveLength(LANGUAGES.length + 1);
		for (const other of others) expect(named).toContain(other);
		const path = new URL(place).pathname.replace(/^\/(es|ar)(?=\/|$)/, '') || '/';
		// A page that is announced before it is built answers with 404; PUBLIC_PAGES knows which are built.
		if (PUBLIC_PAGES.includes(path)) expect((await request.get(place)).status()).toBe(200);
		expect(path).not.toMatch(/result|compare/);
	}
});

test('robots.txt lets everybody in and names the site map', async ({ request, baseURL }) => {
	const response = await request.get('/robots.txt');
	expect(response.headers()['content-type']).toContain('text/plain');
	const lines = (await response.text()).trim().split('\n').filter(Boolean);
	expect(lines).toEqual(['User-agent: *', 'Allow: /', `Sitemap: ${baseURL}/sitemap.xml`]);
});
