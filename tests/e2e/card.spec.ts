import { expect, test, type APIRequestContext } from '@playwright/test';
import sharp from 'sharp';
import { CODE, SHORT_CODE } from '../support/runs';

const SIZES = { wide: [1200, 630], square: [1080, 1080], tall: [1080, 1920] } as const;
const THEMES = ['light', 'dark'] as const;
const LANGUAGES = { English: '', Spanish: '/es', Arabic: '/ar' } as const;

const SIGNATURE = '89504e470d0a1a0a';
const KILOBYTE = 1024;

const address = (code = CODE, query = '', prefix = '') => `${prefix}/result/${code}/card.png${query}`;

async function bytesOf(request: APIRequestContext, path: string) {
	const response = await request.get(path);
	expect(response.status(), path).toBe(200);
	return response.body();
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function seeded(seed: number) {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

for (const [language, prefix] of Object.entries(LANGUAGES)) {
	for (const [shape, [width, height]] of Object.entries(SIZES)) {
		for (const theme of THEMES) {
			test(`${language}, ${shape}, ${theme}: a small PNG of the right size with something on it`, async ({
				request
			}) => {
				const png = await bytesOf(request, address(CODE, `?shape=${shape}&theme=${theme}`, prefix));
				expect(png.subarray(0, 8).toString('hex')).toBe(SIGNATURE);
				expect(png.subarray(12, 16).toString()).toBe('IHDR');
				expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
				expect(png.length).toBeLessThan(100 * KILOBYTE);

				const { channels, isOpaque } = await sharp(png).stats();
				expect(isOpaque).toBe(true);
				for (const { stdev } of channels) expect(stdev).toBeGreaterThan(15);
				const luminance = channels.reduce((sum, { mean }) => sum + mean, 0) / channels.length;
				if (theme === 'light') expect(luminance).toBeGreaterThan(200);
				else expect(luminance).toBeLessThan(70);
			});
		}
	}
}

test('the quiz itself and two results on one string have pictures too', async ({ request }) => {
	const compare = `/compare/${CODE}/${SHORT_CODE}`;
	for (const path of ['', '/ar', compare, `/es${compare}`]) {
		const png = await bytesOf(request, `${path}/card.png?shape=square&theme=dark`);
		expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual(SIZES.square);
		expect(png.length).toBeLessThan(100 * KILOBYTE);
		for (const { stdev } of (await sharp(png).stats()).channels) expect(stdev).toBeGreaterThan(10);
	}
	expect((await request.get('/card.png?shape=round')).status()).toBe(400);
	expect((await request.get(`${compare}/card.png?theme=blue`)).status()).toBe(400);
	expect((await request.get(`/compare/${CODE}/x/card.png`)).status()).toBe(404);
	expect((await request.get(`/compare/x/${CODE}/card.png`)).status()).toBe(404);

	const spelt = `/es/compare/${CODE.toUpperCase()}/${SHORT_CODE}/card.png?theme=dark`;
	const response = await request.get(spelt, { maxRedirects: 0 });
	expect(response.status()).toBe(308);
	expect(response.headers()['location']).toBe(`/es${compare}/card.png?theme=dark`);
});

test('differs by language, theme, shape and result, and is wide and light unless told', async ({
	request
}) => {
	const addresses = [
		address(),
		address(CODE, '', '/es'),
		address(CODE, '', '/ar'),
		address(CODE, '?theme=dark'),
		address(CODE, '?shape=square'),
		address(SHORT_CODE)
	];
	const pictures = await Promise.all(addresses.map((path) => bytesOf(request, path)));
	expect(new Set(pictures.map((png) => png.toString('base64'))).size).toBe(addresses.length);
	expect(
		(await bytesOf(request, address(CODE, '?theme=light&shape=wide'))).equals(pictures[0] as Buffer)
	).toBe(true);
});

test('may be kept for ever, shown anywhere, and asked for anew', async ({ request }) => {
	const response = await request.get(address());
	const { etag = '', ...headers } = response.headers();
	expect(headers).toMatchObject({
		'content-type': 'image/png',
		'content-length': String((await response.body()).length),
		'cache-control': 'private, max-age=31536000, immutable',
		'cross-origin-resource-policy': 'cross-origin',
		'x-content-type-options': 'nosniff'
	});
	expect(headers['content-encoding']).toBeUndefined();
	expect(etag).toMatch(/^"[\w-]+"$/);

	const again = await request.get(address(), { headers: { 'if-none-match': etag } });
	expect(again.status()).toBe(304);
	expect(again.headers()['etag']).toBe(etag);
	expect(await again.body()).toHaveLength(0);

	const other = await request.get(address(SHORT_CODE), { headers: { 'if-none-match': etag } });
	expect(other.status()).toBe(200);
	expect(other.headers()['etag']).not.toBe(etag);
});

test('has a head without a body', async ({ request }) => {
	const full = await request.get(address());
	const head = await request.head(address());
	expect(head.status()).toBe(200);
	for (const name of ['content-type', 'content-length', 'etag', 'cache-control'])
		expect(head.headers()[name], name).toBe(full.headers()[name]);
	expect(await head.body()).toHaveLength(0);
});

test('a code that is none is 404, and says so in the language of the address', async ({ request }) => {
	for (const code of [
		'x',
		`${CODE.slice(0, -1)}${CODE.endsWith('x') ? 'y' : 'x'}`,
		`${CODE}0`,
		'zzzzzzzzzzzzzzzzzz',
		'%00',
		'%F0%9F%8E%88'
	]) {
		expect((await request.get(address(code))).status(), code).toBe(404);
	}
	const [english, spanish] = await Promise.all(
		['', '/es'].map(async (prefix) => request.get(address('x', '', prefix)))
	);
	expect(english?.headers()['content-type']).toBe('text/plain; charset=utf-8');
	expect(await english?.text()).not.toBe(await spanish?.text());
});

test('a shape or theme that is none is 400, and what networks add is let pass', async ({ request }) => {
	for (const query of [
		'?shape=round',
		'?theme=blue',
		'?shape=',
		'?shape=wide&theme=Dark',
		'?shape=toString'
	]) {
		const response = await request.get(address(CODE, query));
		expect(response.status(), query).toBe(400);
		expect(await response.text()).toMatch(/should be one of/);
	}
	expect((await request.get(address(CODE, '?fbclid=abc&utm_source=x'))).status()).toBe(200);
});

test('another spelling of a code leads to the one that we write', async ({ request }) => {
	const path = address(CODE.toUpperCase(), '?shape=tall&theme=dark', '/ar');
	const response = await request.get(path, { maxRedirects: 0 });
	expect(response.status()).toBe(308);
	expect(response.headers()['location']).toBe(address(CODE, '?shape=tall&theme=dark', '/ar'));
});

test('fifty who ask at once get the same picture', async ({ request }) => {
	const path = address(SHORT_CODE, '?shape=square&theme=dark', '/es');
	const pictures = await Promise.all(Array.from({ length: 50 }, () => bytesOf(request, path)));
	expect(new Set(pictures.map((png) => png.toString('base64'))).size).toBe(1);
});

test('no query and no code, however odd, makes it fail', async ({ request }) => {
	const random = seeded(3);
	const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
	const letters = [
		'a',
		'wide',
		'light',
		'shape',
		'theme',
		'&',
		'=',
		'%',
		'%00',
		'%F0',
		'é',
		'[]',
		'+',
		';',
		'?',
		'__proto__'
	];
	const noise = () => Array.from({ length: Math.floor(random() * 8) }, () => pick(letters)).join('');
	const codes = [CODE, SHORT_CODE, CODE.slice(1), CODE.toUpperCase()];

	for (let i = 0; i < 200; i++) {
		const code =
			random() < 0.7
				? pick(codes)
				: `${pick(codes).slice(0, Math.floor(random() * 18))}${pick('0z-_~'.split(''))}`;
		const path = `${pick(Object.values(LANGUAGES))}/result/${code}/card.png?${noise()}`;
		const response = await request.get(path, { maxRedirects: 0 });
		expect([200, 308, 400, 404], `${response.status()} for ${path}`).toContain(response.status());
		expect((await response.body()).length > 0 || response.status() === 308, path).toBe(true);
	}
});

test('other methods are refused', async ({ request }) => {
	expect((await request.put(address())).status()).toBe(405);
});
