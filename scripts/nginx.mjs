// Debian's nginx for the test that puts one in front; without it that test is skipped.
import { installFromDebian } from './lib/debian.mjs';
import { isExecutable, which } from './lib/tools.mjs';

const DEBIANS = '/usr/sbin/nginx';

/** Installs it where it may: elsewhere it would begin to serve on port 80. */
export async function offerNginx() {
	if (!which('nginx') && !isExecutable(DEBIANS)) await installFromDebian(['nginx']);
}
