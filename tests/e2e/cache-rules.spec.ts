import { expect, test } from './support/fixtures';
import { headOf } from './support/headers';
import { ENDPOINTS, FRAMED_PAGES, PAGES } from '../support/routes';
import { CODE, OTHER_CODE } from '../support/runs';
import { startServer } from '../support/server';
import { LiveWorkshop } from '../support/workshop-api';

const PICTURES = [
	'/card.png',
	`/compare/${CODE}/${OTHER_CODE}/card.png`,
	`/result/${CODE}/card.png`
] as const;
const FOR_AN_HOUR = [
	...(['/robots.txt', '/sitemap.xml'] as const),
	...(['/scenes/form-a.json', '/scenes/schema-1.json'] as const)
] as const;

/** What a route says that is neither a page nor part of a workshop. */
const ENDPOINT_RULES: Record<string, string> = {
	...Object.fromEntries(PICTURES.map((path) => [path, 'max-age=31536000, immutable'])),
	...Object.fromEntries(FOR_AN_HOUR.map((path) => [path, 'max-age=3600'])),
	'/healthz': 'no-store',
	'/readyz': 'no-store',
	'/join/2C4D6F/8f3k2m9q': 'private, no-cache',
	// Asked for without what they need.
	'/metrics': 'private, no-cache',
	'/oembed': 'private, no-cache'
};

/** The rule of every route, by its example address. */
function expected(shared: 'public' | 'private'): Record<string, string> {
	const rules = [...PAGES, ...FRAMED_PAGES, ...ENDPOINTS].map((path) => {
		if (path.startsWith('/w/')) return [path, 'no-store'];
		const rule = ENDPOINTS.includes(path) ? ENDPOINT_RULES[path] : 'private, no-cache';
		return [path, rule?.startsWith('max-age') ? `${shared}, ${rule}` : rule];
	});
	return Object.fromEntries(rules) as Record<string, string>;
}

async function rulesOf(base: string): Promise<Record<string, string | undefined>> {
	const paths = [...PAGES, ...FRAMED_PAGES, ...ENDPOINTS];
	const rules = await Promise.all(
		paths.map(async (path) => [path, (await headOf(base, path)).headers['cache-control']])
	);
	return Object.fromEntries(rules) as Record<string, string | undefined>;
}

test('a server that does not know its origin lets no shared cache keep anything', async ({ baseURL }) => {
	expect(await rulesOf(baseURL ?? '')).toEqual(expected('private'));
});

test('a server that knows it lets caches keep pictures and lists, and no page', async () => {
	const { base, stop } = await startServer({ ORIGIN: 'https://quiz.example' });
	try {
		expect(await rulesOf(base)).toEqual(expected('public'));
	} finally {
		await stop();
	}
});

test('nothing of a workshop that lives is kept anywhere, whoever asks', async ({ baseURL }) => {
	const workshop = await LiveWorkshop.open(baseURL ?? '', { rows: true });
	const visitors = { host: workshop.host.cookie, seat: (await workshop.seat()).cookie, anybody: {} };
	const paths = [...PAGES, ...ENDPOINTS]
		.filter((path) => path.startsWith('/w/'))
		.map((path) => path.replace('2C4D6F', workshop.code));
	expect(paths).toContain(`${workshop.path}/host/link`);
	for (const [visitor, cookie] of Object.entries(visitors)) {
		for (const path of [...paths, `${workshop.path}/host?key=${workshop.key}`, `/es${workshop.path}`]) {
			const { status, headers } = await headOf(workshop.base, path, cookie);
			const isStream = headers['content-type']?.startsWith('text/event-stream');
			expect(headers['cache-control'], `${path} for ${visitor}: ${status}`).toBe(
				isStream ? 'no-cache, no-transform' : 'no-store'
			);
		}
	}
});
