import { chromium, firefox, webkit, type BrowserType } from '@playwright/test';
import { existsSync, globSync } from 'node:fs';
import { findBrowser } from '../../scripts/browser.mjs';
import { which } from '../../scripts/lib/tools.mjs';
import { startFirefox } from './drivers/firefox';
import { startPlaywright } from './drivers/playwright';
import type { Driver } from './drivers/tab';
import { startWebKit } from './drivers/webkit';

/** Starts an engine that this machine has; a text says what is missing. */
export type Engine = { name: string; start: (() => Promise<Driver>) | string };

const MACOS_FIREFOX = '/Applications/Firefox.app/Contents/MacOS/firefox';
const MINI_BROWSER = '/usr/{lib,libexec}/{,*/}webkit2gtk-4.1/MiniBrowser';

/** The browsers that the machine has come before those that Playwright brings, which are built for it. */
export async function findEngines(): Promise<Engine[]> {
	return [
		{ name: 'Chromium', start: await findChromium() },
		{ name: 'Firefox', start: findFirefox() },
		{ name: 'WebKit', start: findWebKit() }
	];
}

async function findChromium(): Promise<Engine['start']> {
	const path = await findBrowser();
	if (path === undefined) return 'there is no Chromium';
	return () => startPlaywright(chromium, path ?? undefined);
}

function findFirefox(): Engine['start'] {
	const program = [which('firefox-esr'), which('firefox'), MACOS_FIREFOX].find(
		(path) => path && existsSync(path)
	);
	if (program) return () => startFirefox(program);
	return brought(firefox) ?? 'there is neither Firefox on the PATH nor Playwright’s';
}

function findWebKit(): Engine['start'] {
	const [driver, xvfb, [browser]] = [which('WebKitWebDriver'), which('Xvfb'), globSync(MINI_BROWSER)];
	if (driver && xvfb && browser) return () => startWebKit({ driver, browser, xvfb });
	return (
		brought(webkit) ?? 'there is neither WebKitWebDriver with MiniBrowser and Xvfb nor Playwright’s WebKit'
	);
}

function brought(type: BrowserType) {
	return existsSync(type.executablePath()) ? () => startPlaywright(type) : undefined;
}
