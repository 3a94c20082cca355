import type { Page } from '@playwright/test';
import { OpeningPage } from '../pages/opening-page';
import { expect, test as base } from './fixtures';

export const test = base.extend<{ opening: OpeningPage }>({
	opening: async ({ page, language }, use) => use(new OpeningPage(page, language))
});

/** What was sent with a press of the button. */
export async function sentBy(page: Page, press: () => Promise<void>) {
	const [request] = await Promise.all([page.waitForRequest((one) => one.method() === 'POST'), press()]);
	return new URLSearchParams(request.postData() ?? '');
}

export { expect };
