// Firefox and WebKit from Debian for the stories in tests/engines, which are skipped where one is missing.
import { installFromDebian } from './lib/debian.mjs';
import { which } from './lib/tools.mjs';

export async function offerEngines() {
	const missing = [];
	if (!which('firefox-esr') && !which('firefox')) missing.push('firefox-esr');
	if (!which('WebKitWebDriver')) missing.push('webkit2gtk-driver');
	if (!which('Xvfb')) missing.push('xvfb');
	if (missing.length > 0) await installFromDebian(missing);
}
