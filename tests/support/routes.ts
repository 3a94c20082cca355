import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Builds } from '../../scripts/lib/builds.mjs';
import { FORM_IDS, LANGUAGES, type Language } from '../../src/lib/questions';
import { CODE, OTHER_CODE } from './runs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What to put in the place of a parameter, so that the address shows something. */
const EXAMPLES: Record<string, readonly string[]> = {
	'[form=form]': FORM_IDS,
	'[code]': [CODE],
	'[first]': [CODE],
	'[second]': [OTHER_CODE],
	// No workshop has this code: what needs one that lives is in hostile-*.spec.ts and workshop-access-*.spec.ts.
	'[workshop]': ['2C4D6F'],
	// No device has it: what edits a scene is in scenes-*.spec.ts.
	'[scene]': ['own-none'],
	'[[pass]]': ['8f3k2m9q'],
	'[file]': ['scenes.csv', 'nope.csv']
};

type Route = { path: string; kind: 'page' | 'endpoint' };

function* walk(folder: string, paths: readonly string[]): Generator<Route> {
	for (const path of paths) {
		if (existsSync(join(folder, '+page.svelte'))) yield { path: path || '/', kind: 'page' };
		else if (existsSync(join(folder, '+server.ts'))) yield { path, kind: 'endpoint' };
	}
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		if (entry.isDirectory()) yield* walk(join(folder, entry.name), paths.flatMap(under(entry.name)));
	}
}

/** The addresses that a folder adds to the one above it. */
function under(name: string) {
	return (path: string): string[] => {
		if (/^\(.*\)$/.test(name)) return [path];
		if (!name.startsWith('[')) return [`${path}/${name}`];
		const examples = EXAMPLES[name];
		if (!examples) throw new Error(`Give ${name} an example in tests/support/${basename(import.meta.url)}.`);
		return examples.map((example) => `${path}/${example}`);
	};
}

const routes = [...walk(join(root, 'src/routes'), [''])];

/** Every page there is, by its English address. */
export const PAGES = routes.filter(({ kind }) => kind === 'page').map(({ path }) => path);
/** Every address that answers with something else than a page. */
export const ENDPOINTS = routes.filter(({ kind }) => kind === 'endpoint').map(({ path }) => path);

/** For the service worker only; nobody is led there. */
export const INTERNAL_PAGES = ['/shell', '/offline'];
/** Pages made for other people's sites: most of them are public pages under another address. */
export const FRAMED_PAGES = [
	...PAGES.filter(isFramed),
	...PAGES.filter((path) => /^\/(quiz|result)\//.test(path)).map((path) => `/embed${path}`)
];
/** Pages of one workshop: there are none without one. */
export const WORKSHOP_PAGES = PAGES.filter((path) => path.startsWith('/w/'));
/** What a visitor can come to. */
export const PUBLIC_PAGES = PAGES.filter(
	(path) => !INTERNAL_PAGES.includes(path) && !WORKSHOP_PAGES.includes(path) && !isFramed(path)
);

function isFramed(path: string) {
	return /^\/embed(\/|$)/.test(path);
}

/** The address of a page in a language, written down here once more so that the app's own rule is tested. */
export function inLanguage(language: Language, path: string): string {
	if (language === 'en') return path;
	return path === '/' ? `/${language}` : `/${language}${path}`;
}

export const EVERY_PUBLIC_ADDRESS = LANGUAGES.flatMap((language) =>
	PUBLIC_PAGES.map((path) => ({ language, path, address: inLanguage(language, path) }))
);

/** Files under static/, and one of each kind that the build made. */
export function exampleFiles(): string[] {
	const files = readdirSync(join(root, 'static')).map((name) => `/${name}`);
	const immutable = readdirSync(join(new Builds().current() ?? '', 'client/_app/immutable'), {
		recursive: true
	}) as string[];
	const kinds = ['.js', '.css', '.woff2'].map((kind) => immutable.find((name) => name.endsWith(kind)));
	return [
		...files,
		...kinds.flatMap((name) => (name ? [`/_app/immutable/${name}`] : [])),
		'/service-worker.js'
	];
}
