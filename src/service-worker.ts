/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />

import { build, files, version } from '$service-worker';
import { localeOf, localPath, routeOf } from '$lib/address';
import { LANGUAGES } from '$lib/languages';

/** The language of each file that holds words of one language alone: see `vite/language-files.ts`. */
declare const __LANGUAGE_FILES__: Readonly<Record<string, string>>;

/** How many files are fetched at the same time: the page that is open asks for some as well. */
const AT_ONCE = 3;

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const CACHE = `no-strings-${version}`;

/** Kept when they are first used: nobody needs the fonts of every script, or icons of every size. */
const isKeptWhenUsed = (path: string) => /\.(?:woff2|png|ico)$/.test(path);
const ASSETS = new Set([...build, ...files]);

/** Pages without JavaScript, kept whole. The others are opened by the shell, which knows every route. */
const PLAIN_PAGES = new Set(['/', '/scoring', '/paper', '/workshops/guide', '/workshops/notes', '/privacy']);
const isScripted = (path: string) => /^\/(?:(?:quiz|result|compare)\/|w\/\w+$|scenes(?:\/|$))/.test(path);

type Locale = ReturnType<typeof localeOf>;

const neededIn = (locale: Locale) => [
	...[...ASSETS].filter((path) => !isKeptWhenUsed(path) && (__LANGUAGE_FILES__[path] ?? locale) === locale),
	...['/', '/shell', '/offline'].map((path) => localPath(locale, path))
];

worker.addEventListener('install', (event) => {
	event.waitUntil(keepForVisitor().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
	const outdated = async () => {
		const names = (await caches.keys()).filter((name) => name !== CACHE);
		await Promise.all(names.map((name) => caches.delete(name)));
	};
	event.waitUntil(outdated().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== worker.location.origin) return;
	if (ASSETS.has(pathname)) event.respondWith(asset(request));
	else if (request.mode === 'navigate') event.respondWith(page(event, pathname));
});

async function keepForVisitor() {
	const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const locales = new Set(pages.map(({ url }) => localeOf(new URL(url).pathname)));
	for (const language of LANGUAGES) if (await kept(localPath(language, '/shell'))) locales.add(language);
	for (const locale of locales) await keep(locale);
}

/** Fetches what is not kept yet. A file that does not come is fetched again with the next page. */
async function keep(locale: Locale) {
	const cache = await caches.open(CACHE);
	const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
	const missing = neededIn(locale).filter((path) => !there.has(path));
	const fetchInTurn = async () => {
		for (let path = missing.shift(); path; path = missing.shift())
			await cache.add(path).catch(() => undefined);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, fetchInTurn));
}

const kept = (path: string) => caches.match(path, { ignoreVary: true });

/** Where the device is full, what came is shown all the same. */
async function put(key: Request | string, response: Response) {
	const cache = await caches.open(CACHE);
	await cache.put(key, response).catch(() => undefined);
}

/** Built files never change under their name: what is kept is right. */
async function asset(request: Request): Promise<Response> {
	const cache = await caches.open(CACHE);
	const found = await cache.match(request, { ignoreVary: true });
	if (found) return found;
	const response = await fetch(request);
	if (response.ok) await put(request, response.clone());
	return response;
}

/** Pages come from the network, and only without one from what is kept. */
async function page(event: FetchEvent, pathname: string): Promise<Response> {
	const path = routeOf(pathname);
	const locale = localeOf(pathname);
	try {
		const response = await fetch(event.request);
		if (response.ok && PLAIN_PAGES.has(path)) await put(pathname, response.clone());
		// From the first page in another language on, that one is kept as well.
		event.waitUntil(keep(locale));
		return response;
	} catch (offline) {
		const shells = isScripted(path) ? [localPath(locale, '/shell')] : [];
		const notices = [locale, ...LANGUAGES].map((language) => localPath(language, '/offline'));
		for (const fallback of [pathname, ...shells, ...notices]) {
			const found = await kept(fallback);
			if (found) return found;
		}
		throw offline;
	}
}
