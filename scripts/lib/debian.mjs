import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { which } from './tools.mjs';

/**
 * Installs Debian's packages, in containers only: on anybody's own machine that is not for a test to decide.
 *
 * @param {string[]} packages
 */
export async function installFromDebian(packages) {
	const contained = process.getuid?.() === 0 && !existsSync('/run/systemd/system');
	if (!contained || !which('apt-get')) return;
	console.log(`Trying to install ${packages.join(', ')} for the tests.`);
	const apt = 'env DEBIAN_FRONTEND=noninteractive apt-get';
	await run(`${apt} update && ${apt} install -y --no-install-recommends ${packages.join(' ')}`);
}
