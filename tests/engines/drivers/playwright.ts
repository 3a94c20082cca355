import type { BrowserType } from '@playwright/test';
import type { Driver, Tab } from './tab';

/** A browser that Playwright drives: Chromium, or the Firefox and the WebKit that it brings. */
export async function startPlaywright(type: BrowserType, executablePath?: string): Promise<Driver> {
	const browser = await type.launch(executablePath ? { executablePath } : {});
	return {
		name: `${type.name()} ${browser.version()}`,
		async newTab(): Promise<Tab> {
			const context = await browser.newContext();
			const page = await context.newPage();
			return {
				async open(address) {
					await page.goto(address);
				},
				evaluate: (expression) => page.evaluate(expression),
				click: (x, y) => page.mouse.click(x, y),
				close: () => context.close()
			};
		},
		stop: () => browser.close()
	};
}
