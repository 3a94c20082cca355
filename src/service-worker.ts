/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />

import { build, files, version } from '$service-worker';
import { localeOf, localPath, routeOf } from '$lib/address';
import { LANGUAGES } from '$lib/languages';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const CACHE = `no-strings-${version}`;

const everyLanguage = (path: string) => LANGUAGES.map((language) => localPath(language, path));

/** Fonts are kept when they are first used: nobody needs those of every script. */
const isFont = (path: string) => path.endsWith('.woff2');
const ASSETS = new Set([...build, ...files]);

/** Pages without JavaScript, kept whole. The others are opened by the shell, which knows every route. */
const PLAIN_PAGES = new Set(['/', '/scoring', '/paper', '/workshops/guide', '/workshops/notes', '/privacy']);
const isScripted = (path: string) => /^\/(?:(?:quiz|result|compare)\/|w\/\w+$)/.test(path);

const AT_ONCE = [
	...[...ASSETS].filter((path) => !isFont(path)),
	...['/', '/shell', '/offline'].flatMap(everyLanguage)
];

worker.addEventListener('install', (event) => {
	event.waitUntil(
		caches
			.open(CACHE)
			.then((cache) => cache.addAll(AT_ONCE))
			.then(() => worker.skipWaiting())
	);
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
	else if (request.mode === 'navigate') event.respondWith(page(request, pathname));
});

/** Built files never change under their name: what is kept is right. */
async function asset(request: Request): Promise<Response> {
	const cache = await caches.open(CACHE);
	const kept = await cache.match(request, { ignoreVary: true });
	if (kept) return kept;
	const response = await fetch(request);
	if (response.ok) await cache.put(request, response.clone());
	return response;
}

/** Pages come from the network, and only without one from what is kept. */
async function page(request: Request, pathname: string): Promise<Response> {
	const cache = await caches.open(CACHE);
	const path = routeOf(pathname);
	try {
		const response = await fetch(request);
		if (response.ok && PLAIN_PAGES.has(path)) await cache.put(pathname, response.clone());
		return response;
	} catch (offline) {
		const locale = localeOf(pathname);
		const fallback = localPath(locale, isScripted(path) ? '/shell' : '/offline');
		const kept =
			(await cache.match(pathname, { ignoreVary: true })) ??
			(await cache.match(fallback, { ignoreVary: true }));
		if (kept) return kept;
		throw offline;
	}
}
