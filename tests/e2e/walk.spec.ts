import { LANGUAGES } from '../../src/lib/questions';
import { expect, STATUS_4XX, test } from './support/fixtures';
import { expectSecure, headOf } from './support/headers';
import {
	ENDPOINTS,
	EVERY_PUBLIC_ADDRESS,
	exampleFiles,
	FRAMED_PAGES,
	inLanguage,
	INTERNAL_PAGES
} from '../support/routes';
import { CODE } from '../support/runs';

test.describe('every page in every language', () => {
	test.use({ expectedErrors: STATUS_4XX });

	for (const language of LANGUAGES) {
		test(`in ${language} asks nobody else for anything, sets no cookie and complains about nothing`, async ({
			page
		}) => {
			// The fixture listens; here we only go everywhere and wait until everything has come.
			const hidden = [...INTERNAL_PAGES, ...FRAMED_PAGES].map((path) => inLanguage(language, path));
			const public_ = EVERY_PUBLIC_ADDRESS.filter((one) => one.language === language);
			for (const address of [
				...public_.map((one) => one.address),
				...hidden,
				inLanguage(language, '/nope')
			]) {
				const response = await page.goto(address, { waitUntil: 'load' });
				expect(response?.status(), address).toBe(address.endsWith('/nope') ? 404 : 200);
				expect(await response?.headerValue('set-cookie')).toBeNull();
				await page.waitForLoadState('networkidle');
				await expect(page.getByRole('link').first()).toBeAttached();
			}
		});
	}
});

test.describe('the headers that keep a visitor safe', () => {
	const answers: [kind: string, paths: () => string[]][] = [
		['pages', () => [...INTERNAL_PAGES, ...EVERY_PUBLIC_ADDRESS.map(({ address }) => address)]],
		['everything else that routes answer', () => ENDPOINTS],
		['files, built and static, and the service worker', exampleFiles],
		[
			'pages that are not there',
			() => ['/nope', '/ar/nope', '/quiz/huge', '/result/1234', '/_app/immutable/nope.js', '/nope.png']
		],
		['redirects', () => [`/result/${CODE.toUpperCase()}`, '/quiz/full/', '/result/%E0%A4%A']]
	];
	for (const [kind, paths] of answers) {
		test(`${kind} have them`, async ({ baseURL }) => {
			for (const path of paths()) {
				await test.step(path, async () => {
					const { status, headers } = await headOf(baseURL ?? '', path);
					expect(status).toBeLessThan(500);
					expectSecure(headers);
				});
			}
		});
	}

	test('pages for other people’s sites have them too, and only they may be framed', async ({ baseURL }) => {
		for (const path of FRAMED_PAGES.flatMap((page) => [page, inLanguage('ar', page)])) {
			await test.step(path, async () => {
				const { status, headers } = await headOf(baseURL ?? '', path);
				expect(status).toBe(200);
				expectSecure(headers, true);
			});
		}
	});

	test('a script on a page has a nonce of its own each time', async ({ baseURL }) => {
		const nonce = async () =>
			/'nonce-([^']+)'/.exec(
				String((await headOf(baseURL ?? '', '/quiz/full')).headers['content-security-policy'])
			)?.[1];
		const [one, other] = [await nonce(), await nonce()];
		expect(one).toMatch(/^[\w+/]{20,}=*$/);
		expect(other).not.toBe(one);
	});

	test('a file that never changes is kept for a year, and a page is asked for again', async ({ baseURL }) => {
		const [immutable] = exampleFiles().filter((path) => path.includes('/immutable/'));
		const kept = await headOf(baseURL ?? '', immutable ?? '');
		expect(kept.headers['cache-control']).toBe('public,max-age=31536000,immutable');
		const page = await headOf(baseURL ?? '', '/quiz/full');
		expect(page.headers['cache-control'] ?? '').not.toMatch(/max-age=[1-9]|immutable/);
		const worker = await headOf(baseURL ?? '', '/service-worker.js');
		expect(worker.headers['cache-control'] ?? '').not.toContain('immutable');
	});
});
