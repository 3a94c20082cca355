import type { Page } from '@playwright/test';

/** The first visit is over when the service worker has everything and answers for this page. */
export async function untilReadyForOffline(page: Page) {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (navigator.serviceWorker.controller) return;
		await new Promise((resolve) =>
			navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
		);
	});
}
