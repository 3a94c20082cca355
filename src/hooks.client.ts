import { navigating, page, updated } from '$app/state';
import type { ClientInit } from '@sveltejs/kit';

const SETTLED_MS = 4000;

/**
 * Reloads when a part of the page is gone because a newer version is served. Kit does so itself on the way to another
 * page. A result that nothing but this page knows stays.
 */
export const init: ClientInit = () => {
	addEventListener('vite:preloadError', () => void reloadWhenUpdated());
	// Refused where storage is blocked, missing over plain http: the app then works with a network only.
	void registerServiceWorker().catch(() => null);
};

async function reloadWhenUpdated() {
	if (navigating.to || page.state.result) return;
	if (await updated.check()) location.reload();
}

async function registerServiceWorker() {
	if (document.readyState !== 'complete') await new Promise((loaded) => addEventListener('load', loaded));
	// It fetches the whole app: what is read now comes first.
	await new Promise((settled) => setTimeout(settled, SETTLED_MS));
	await navigator.serviceWorker.register('/service-worker.js', import.meta.env.DEV ? { type: 'module' } : {});
}
