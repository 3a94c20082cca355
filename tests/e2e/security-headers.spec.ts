import { expect, test } from '@playwright/test';
import { headOf } from './support/headers';
import { exampleFiles } from '../support/routes';
import { LiveWorkshop } from '../support/workshop-api';

/*
 * Every header that keeps a visitor safe, written out once more: whoever changes one changes it here as well.
 */

const PERMISSIONS =
	'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()';

/** Of what is no page. */
const OTHERS = {
	'content-security-policy':
		"default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
	'cross-origin-embedder-policy': undefined,
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': PERMISSIONS,
	'referrer-policy': 'strict-origin-when-cross-origin',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'access-control-allow-origin': undefined,
	'x-powered-by': undefined,
	server: undefined
};

const PICTURE = { ...OTHERS, 'cross-origin-resource-policy': 'cross-origin' };

/** Also in a sandboxed frame, which has no origin. */
const FOR_OTHER_SITES = { ...PICTURE, 'access-control-allow-origin': '*' };

const PAGE = {
	...OTHERS,
	'content-security-policy':
		"default-src 'self'; worker-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; object-src 'none'; script-src 'self' 'sha256-…' 'nonce-…'; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
};

/** A page without a module has no nonce to give. */
const STILL = {
	...PAGE,
	'content-security-policy': PAGE['content-security-policy'].replace(" 'nonce-…'", '')
};

const EMBED = {
	...PAGE,
	'content-security-policy': PAGE['content-security-policy'].replace(
		"frame-ancestors 'none'",
		'frame-ancestors *'
	),
	'cross-origin-resource-policy': 'cross-origin',
	'x-frame-options': 'ALLOWALL'
};

type Table = Record<string, string | undefined>;

async function headersOf(base: string, path: string, cookie: Record<string, string> = {}): Promise<Table> {
	const { headers } = await headOf(base, path, cookie);
	return Object.fromEntries(
		Object.keys(OTHERS).map((name) => [
			name,
			headers[name]
				?.toString()
				.replace(/'nonce-[\w+/]{22}=='/, "'nonce-…'")
				.replace(/'sha256-[\w+/]{43}='(?: 'sha256-[\w+/]{43}=')*/, "'sha256-…'")
		])
	);
}

const immutable = exampleFiles().filter((path) => path.startsWith('/_app/immutable/'));

const ANSWERS: [string, Table][] = [
	['/', STILL],
	['/ar/scoring', STILL],
	['/quiz/short', PAGE],
	['/no-such-page', PAGE],
	['/embed/quiz/short', EMBED],
	['/es/embed/quiz/short', EMBED],
	...immutable.map((path): [string, Table] => [path, FOR_OTHER_SITES]),
	['/_app/version.json', FOR_OTHER_SITES],
	['/service-worker.js', OTHERS],
	['/card.png', PICTURE],
	['/healthz', OTHERS],
	['/readyz', OTHERS],
	['/metrics', OTHERS],
	['/robots.txt', OTHERS],
	['/sitemap.xml', OTHERS],
	['/favicon.svg', OTHERS],
	['/result/%', OTHERS],
	['/quiz/short?/default', OTHERS],
	['/join/2C4D6F', OTHERS],
	['/w/2C4D6F/state', OTHERS],
	['/w/2C4D6F/host/link', OTHERS],
	['/embed.js', FOR_OTHER_SITES]
];

for (const [path, table] of ANSWERS) {
	test(`${path.replace(/(?<=immutable.*)[\w-]+(?=\.\w+$)/, '…')} has exactly these headers`, async ({
		baseURL
	}) => {
		expect(await headersOf(baseURL ?? '', path)).toEqual(table);
	});
}

test('the host’s page sends its address to nobody else, and with the key in it to nobody', async ({
	baseURL
}) => {
	const { base, path, key, host } = await LiveWorkshop.open(baseURL ?? '');
	const page = await headersOf(base, `${path}/host`, host.cookie);
	expect(page).toEqual({ ...PAGE, 'referrer-policy': 'same-origin' });
	const redirect = await headersOf(base, `${path}/host?key=${key}`);
	expect(redirect).toEqual({ ...OTHERS, 'referrer-policy': 'no-referrer' });
	expect(await headersOf(base, `${path}/events`)).toEqual(OTHERS);
	expect(await headersOf(base, `${path}/host/link`, host.cookie)).toEqual(OTHERS);
});

for (const framing of [true, false]) {
	test(`a screen ${framing ? 'that may be framed says so, and nothing else of its workshop does' : 'may not be framed unless the host said so'}`, async ({
		baseURL
	}) => {
		const { base, path, key, host } = await LiveWorkshop.open(baseURL ?? '', { framing });
		expect(await headersOf(base, `${path}/screen`)).toEqual(framing ? EMBED : PAGE);
		expect(await headersOf(base, `/ar${path}/screen?pass=00000000`)).toEqual(framing ? EMBED : PAGE);
		expect(await headersOf(base, `${path}/screen?key=${key}`)).toEqual(PAGE);
		expect(await headersOf(base, path)).toEqual(PAGE);
		expect(await headersOf(base, `${path}/host`, host.cookie)).toEqual({
			...PAGE,
			'referrer-policy': 'same-origin'
		});
		expect(await headersOf(base, `${path}/host/report`, host.cookie)).toEqual(PAGE);
	});
}
