import { expect, test } from '@playwright/test';
import type { Server as KitServer, SSRManifest } from '@sveltejs/kit';
import { readFileSync } from 'node:fs';
import { FORMS, type Rung } from '../../src/lib/questions';
import { encode } from '../../src/lib/result';
import { score, type Answers } from '../../src/lib/scoring';

const REQUESTS = 400;

const LOCALES = [
	{ lang: 'en', dir: 'ltr', prefix: '' },
	{ lang: 'es', dir: 'ltr', prefix: '/es' },
	{ lang: 'ar', dir: 'rtl', prefix: '/ar' }
] as const;

/** One message of a language, such as `home.heading`, as its translator wrote it. */
function message(lang: string, key: string): string {
	const [area = '', ...path] = key.split('.');
	const file = new URL(`../../src/lib/i18n/messages/${lang}/${area}.json`, import.meta.url);
	const found = path.reduce<unknown>(
		(tree, name) => (tree as Record<string, unknown>)[name],
		JSON.parse(readFileSync(file, 'utf8'))
	);
	if (typeof found !== 'string') throw new RangeError(`no message ${key} in ${lang}`);
	return found;
}

function codeOf(rung: Rung): string {
	const answers: Answers = Object.fromEntries(FORMS.full.scenarioIds.map((id) => [id, rung]));
	const profile = score(answers, FORMS.full);
	if (!profile) throw new Error('too few answers');
	return encode(profile);
}

/** Pages with a text that is only there in this language. */
const pages = LOCALES.flatMap((locale) => [
	{ locale, path: locale.prefix || '/', says: message(locale.lang, 'home.heading') },
	...([1, 3] as const).map((rung) => ({
		locale,
		path: `${locale.prefix}/result/${codeOf(rung)}`,
		says: message(locale.lang, 'result.limits.heading')
	}))
]);

/**
 * The built server itself, without a network before it: hundreds of requests then start in the same moment and
 * take turns at every step, and the very first ones load the messages together.
 */
async function startServer() {
	const built = new URL('../../.svelte-kit/output/server/', import.meta.url);
	const { Server } = (await import(new URL('index.js', built).href)) as { Server: typeof KitServer };
	const { manifest } = (await import(new URL('manifest.js', built).href)) as { manifest: SSRManifest };
	const server = new Server(manifest);
	await server.init({ env: {} });

	/** The page as sent, but for the nonce, which differs each time. */
	return async (path: string) => {
		const response = await server.respond(new Request(`http://localhost${path}`), {
			getClientAddress: () => '127.0.0.1'
		});
		if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
		return (await response.text()).replaceAll(/nonce="[^"]*"/g, 'nonce');
	};
}

test('pages in three languages, asked for at the same time, never mix', async () => {
	const fetchPage = await startServer();
	const asked = Array.from({ length: REQUESTS }, (_, i) => pages[i % pages.length] as (typeof pages)[number]);
	asked.sort(() => Math.random() - 0.5);
	const answers = await Promise.all(asked.map(async (page) => ({ page, html: await fetchPage(page.path) })));

	// Compared here rather than by `expect`, which takes its time with each of hundreds.
	for (const page of pages) {
		const { lang, dir } = page.locale;
		const alone = await fetchPage(page.path);
		const together = answers.filter((answer) => answer.page === page);
		const strange = together.filter(({ html }) => html !== alone);
		expect(
			{
				asked: together.length > 1,
				language: alone.includes(`<html lang="${lang}" dir="${dir}"`),
				text: alone.includes(page.says),
				strange: strange.length
			},
			page.path
		).toEqual({ asked: true, language: true, text: true, strange: 0 });
	}
	// A message that was loaded twice would read double, among others and alone.
	const html = await fetchPage(`/result/${codeOf(1)}`);
	expect(/>[^<]*of 100[^<]*</.exec(html.slice(html.indexOf('<main')))?.[0]).toBe('>25 of 100<');
});
