import type { APIRequestContext } from '@playwright/test';
import { LANGUAGES } from '../../src/lib/questions';
import { pack } from '../../src/lib/result/payload';
import { CODE_LENGTH, seal } from '../../src/lib/result/seal';
import type { MessageKey } from '../../src/lib/i18n';
import { ErrorPage } from './pages/error-page';
import { expect, STATUS_4XX, test } from './support/fixtures';
import { ENDPOINTS, inLanguage, PAGES } from '../support/routes';
import { CODE, OTHER_CODE } from '../support/runs';

test.use({ expectedErrors: STATUS_4XX });

const last = CODE.at(-1) === '0' ? '1' : '0';
const nobody = { count: 5, sum: 20, sumOfSquares: 79 };

/** Links that came to harm, and what the page says about each. */
const BAD: [what: string, code: string, says: MessageKey][] = [
	['with another last character', CODE.slice(0, -1) + last, 'site.error.result.checksum'],
	['with two characters swapped', `${CODE.slice(0, 2)}n7n${CODE.slice(5)}`, 'site.error.result.checksum'],
	['cut off', CODE.slice(0, -3), 'site.error.result.short'],
	['cut off, with a full stop', `${CODE.slice(0, -3)}.`, 'site.error.result.short'],
	['with a letter at its end', `${CODE}x`, 'site.error.result.malformed'],
	['of another version', `9${CODE.slice(1)}`, 'site.error.result.version'],
	[
		'whose numbers nobody’s answers give',
		seal(
			pack({ id: 'full', version: 2 }, { filter: nobody, strings: nobody, pull: nobody, candour: nobody })
		),
		'site.error.result.impossible'
	],
	['of 10,000 characters', 'a'.repeat(10_000), 'site.error.result.malformed'],
	['of percent signs', '%25%2e%00%7f%3Cscript%3E', 'site.error.result.malformed'],
	['in another script', encodeURIComponent('١٠nn7nn3nn7nn3a0p🧵'), 'site.error.result.malformed'],
	['that only looks like one', encodeURIComponent(CODE.replace('n', '\u212a')), 'site.error.result.malformed']
];

test.describe('a link to a result that came to harm', () => {
	test('the examples are what they say', () => {
		expect(BAD.map(([, code]) => code)).not.toContain(CODE);
		expect(CODE).toHaveLength(CODE_LENGTH);
		expect(CODE.slice(2, 5)).toBe('nn7');
	});

	for (const [i, [what, code, says]] of BAD.entries()) {
		// Each in another language; all three would say nothing new.
		const language = LANGUAGES[i % LANGUAGES.length] ?? 'en';
		test(`${what}: the page says what is wrong, here in ${language}`, async ({ page }) => {
			const error = new ErrorPage(page, language);
			expect(await error.open(`/result/${code}`)).toBe(404);
			await error.expectToSay('site.error.result.heading', says);
		});
	}

	test('there is a way on', async ({ page, home }) => {
		const error = new ErrorPage(page, 'en');
		await error.open('/result/1234');
		await expect(
			page.getByText('Ask the person who sent it to copy it once more, or take the quiz yourself.')
		).toBeVisible();
		await error.wayOn.click();
		await expect(home.start('full')).toBeVisible();
	});

	test('an address that cannot be decoded is a link like any other that came to harm', async ({
		page,
		baseURL
	}) => {
		const error = new ErrorPage(page, 'ar');
		expect(await error.open('/result/%E0%A4%A')).toBe(404);
		await error.expectToSay('site.error.result.heading', 'site.error.result.malformed');
		await error.wayOn.click();
		await expect(page).toHaveURL(`${baseURL}/ar`);
	});
});

/** What programs and fingers do to links. */
const CHANGED: string[] = [
	...['.', ',', ')', '!', ';', '"', '”', '>', '*', '_', '…', ']', '’', '»', '?', '%20', '%0A', '%0D%0A'].map(
		(after) => `/result/${CODE}${after}`
	),
	...['\u200b', '\u00ad', '\u2060', '\ufeff', '\u200f', '🎻'].map(
		(mark) => `/result/${CODE}${encodeURIComponent(mark)}`
	),
	`/result/**${CODE}**`,
	`/result/%20${CODE}`,
	`/result/(${CODE}).`,
	`/result/${CODE}%20and%20mine`,
	`/result/${CODE.slice(0, 6)}-${CODE.slice(6, 12)}-${CODE.slice(12)}`,
	`/result/${CODE.slice(0, 9)}%0A${CODE.slice(9)}`,
	`/result/${CODE.slice(0, 9)}%C2%AD${CODE.slice(9)}`,
	`/result/${CODE}/`,
	`/RESULT/${CODE}`,
	`/Result/${CODE.toUpperCase()}/`,
	`/en/result/${CODE}`,
	`/EN/RESULT/${CODE}.`,
	`/en-US/result/${CODE}`
];

test.describe('a link that a program changed', () => {
	/** Follows redirects by hand: each one stays on this site, and none is more than permanent. */
	async function follow(request: APIRequestContext, address: string) {
		const statuses: number[] = [];
		for (let n = 0; n < 5; n++) {
			const answer = await request.get(address, { maxRedirects: 0 });
			statuses.push(answer.status());
			const location = answer.headers()['location'];
			if (!location) break;
			expect(location).toMatch(/^\/(?![/\\])/);
			address = location;
		}
		return { address, statuses };
	}

	for (const changed of CHANGED) {
		test(`is led to the right address: ${changed}`, async ({ request }) => {
			const { address, statuses } = await follow(request, changed);
			expect(address.replace(/\?$/, '')).toBe(`/result/${CODE}`);
			expect(statuses.at(-1)).toBe(200);
			expect(statuses.slice(0, -1).every((status) => status === 308)).toBe(true);
		});
	}

	for (const [changed, right] of [
		[`/ES/result/${CODE}`, `/es/result/${CODE}`],
		[`/es-MX/Result/${CODE},`, `/es/result/${CODE}`],
		[`/AR/`, '/ar'],
		['/en', '/'],
		['/EN/quiz/Full', '/quiz/full'],
		['/ES/embed/QUIZ/short?theme=dark', '/es/embed/quiz/short?theme=dark'],
		[`/ar/embed/result/${CODE}.?theme=dark`, `/ar/embed/result/${CODE}?theme=dark`],
		[`/compare/${CODE}./*${OTHER_CODE}*`, `/compare/${CODE}/${OTHER_CODE}`],
		[`/es/COMPARE/${CODE}/${OTHER_CODE}%20)`, `/es/compare/${CODE}/${OTHER_CODE}`],
		['/en//elsewhere.example/x', null],
		['/EN/%5Celsewhere.example', null],
		['/es-MX//elsewhere.example', null]
	] as const) {
		test(`keeps language, frame and the rest: ${changed}`, async ({ request }) => {
			const { address, statuses } = await follow(request, changed);
			if (right === null) expect(statuses.at(-1)).toBe(404);
			else expect([address, statuses[0], statuses.at(-1)]).toEqual([right, 308, 200]);
		});
	}
});

test('pages say in which encoding they are written', async ({ request }) => {
	for (const path of [
		'/',
		'/es/quiz/full',
		`/result/${CODE}`,
		'/nope',
		'/embed',
		'/shell',
		'/offline',
		'/join'
	]) {
		const { 'content-type': type } = (await request.get(path)).headers();
		expect(type, path).toBe('text/html; charset=utf-8');
	}
});

test.describe('a link that somebody typed', () => {
	for (const [what, typed] of [
		['in capitals', CODE.toUpperCase()],
		['with o for 0', CODE.replaceAll('0', 'o')],
		['with l for 1', CODE.replaceAll('1', 'l')]
	] as const) {
		test(`${what} leads to the one right address`, async ({ page, request, result }) => {
			for (const language of ['en', 'ar'] as const) {
				const answer = await request.get(inLanguage(language, `/result/${typed}`), { maxRedirects: 0 });
				expect(answer.status()).toBe(308);
				expect(answer.headers()['location']).toBe(inLanguage(language, `/result/${CODE}`));
			}
			await result.open(typed);
			await expect(page).toHaveURL(`/result/${CODE}`);
			await result.expectCharts(2);
		});
	}
});

test.describe('a page that is not there', () => {
	for (const language of LANGUAGES) {
		test(`says so in ${language}, the language of its address`, async ({ page }) => {
			for (const path of ['/nope', '/quiz', '/quiz/huge', '/result', '/a/b/c/d', '/quiz/full/2']) {
				const error = new ErrorPage(page, language);
				expect(await error.open(path)).toBe(404);
				await error.expectToSay('site.error.notFound.heading', 'site.error.notFound.text');
				await expect(error.wayOn).toHaveAttribute('href', inLanguage(language, '/'));
			}
		});
	}

	test('a language that we do not speak is a page that is not there', async ({ page }) => {
		for (const path of ['/fr', '/de/quiz/full', '/xx/quiz/full']) {
			const error = new ErrorPage(page, 'en');
			expect(await error.open(path)).toBe(404);
			await error.expectToSay('site.error.notFound.heading', 'site.error.notFound.text');
		}
	});
});

test('nothing that is sent to a page makes the server fail', async ({ request, baseURL }) => {
	const addresses = [...PAGES, ...ENDPOINTS, '/nope', '/ar/quiz/full', '/favicon.svg'];
	for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) {
		for (const address of addresses) {
			for (const accept of ['text/html', 'application/json']) {
				const headers = {
					accept,
					origin: baseURL ?? '',
					'content-type': 'application/x-www-form-urlencoded'
				};
				const data = method === 'HEAD' ? {} : { data: 'a=b&a=%00' };
				const answer = await request.fetch(address, { method, headers, maxRedirects: 0, ...data });
				expect(answer.status(), `${method} ${address}`).toBeLessThan(500);
			}
		}
	}
});

test('somebody who sends a form to a page that takes none is told so', async ({ page }) => {
	await page.goto('/es/quiz/full');
	await page.evaluate(() => {
		const form = document.createElement('form');
		form.method = 'post';
		document.body.append(form);
		form.submit();
	});
	const error = new ErrorPage(page, 'es');
	await error.expectToSay('site.error.method.heading', 'site.error.method.text');
});
