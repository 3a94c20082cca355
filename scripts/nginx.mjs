import { existsSync } from 'node:fs';
import { run } from './lib/run.mjs';
import { isExecutable, which } from './lib/tools.mjs';

const DEBIANS = '/usr/sbin/nginx';

/** Installs nginx in containers only: elsewhere its package would begin to serve on port 80. */
export async function offerNginx() {
	if (which('nginx') || isExecutable(DEBIANS)) return;
	const contained = process.getuid?.() === 0 && !existsSync('/run/systemd/system');
	if (!contained || !which('apt-get')) return;
	const apt = 'env DEBIAN_FRONTEND=noninteractive apt-get';
	console.log('No nginx for the tests yet. Trying to install it.');
	await run(`${apt} update && ${apt} install -y --no-install-recommends nginx`);
}
