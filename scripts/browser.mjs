import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installFromDebian } from './lib/debian.mjs';
import { run } from './lib/run.mjs';
import { Failure, isExecutable, which } from './lib/tools.mjs';

const HEADLESS_SHELL = 'chromium-headless-shell';

/** The headless shell comes first: it takes half the processor time of a whole browser. */
const NAMES = [HEADLESS_SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @returns {Promise<string | null | undefined>} its path; null: Playwright's own; undefined: there is none */
export async function findBrowser() {
	const named = process.env['CHROMIUM_PATH'];
	if (named) {
		if (isExecutable(named)) return named;
		throw new Failure(`CHROMIUM_PATH should be the path of a Chromium or Chrome; "${named}" cannot be run.`);
	}
	const onPath = NAMES.map(which).find((path) => path && starts(path));
	if (onPath) return onPath;
	const { chromium } = await import('@playwright/test');
	return starts(chromium.executablePath()) ? null : undefined;
}

/** @returns {Promise<string | null>} as findBrowser, after trying to install one */
export async function ensureBrowser() {
	if (!process.env['CHROMIUM_PATH'] && !which(HEADLESS_SHELL)) await installFromDebian([HEADLESS_SHELL]);
	for (const command of [undefined, ...installers()]) {
		if (command) {
			console.log(`No browser for the tests yet. Trying: ${command}`);
			await run(command);
		}
		const found = await findBrowser();
		if (found !== undefined) return found;
	}
	throw new Failure(
		'The browser tests need Chromium or Chrome, and none could be installed. Install one, ' +
			'or set CHROMIUM_PATH to the path of one, and run npm test again.'
	);
}

function* installers() {
	const root = process.getuid?.() === 0;
	const sudo = !root && quietly('sudo', ['-n', 'true']);
	if (which('apt-get') && (root || sudo)) {
		const apt = `${sudo ? 'sudo -n ' : ''}env DEBIAN_FRONTEND=noninteractive apt-get`;
		yield `${apt} update && ${apt} install -y chromium`;
	}
	if (root || sudo) yield 'playwright install --with-deps chromium';
	yield 'playwright install chromium';
}

/** @param {string} path */
function starts(path) {
	// Some systems put a script there that only says how to install it.
	return existsSync(path) && quietly(path, ['--version']);
}

/** @param {string} file @param {string[]} args */
function quietly(file, args) {
	try {
		execFileSync(file, args, { stdio: 'ignore', timeout: 20_000 });
		return true;
	} catch {
		return false;
	}
}
