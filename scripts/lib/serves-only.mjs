import { Builds } from './builds.mjs';
import { hasNode } from './node.mjs';
import { isInstalled, lockedPackages } from './npm.mjs';

const BUILD_TOOL = 'node_modules/vite';

/** Whether a build was brought here together with what serving needs (`npm ci --omit=dev`), and nothing to build with. */
export function servesOnly() {
	const present = lockedPackages('node_modules/.package-lock.json');
	if (!present || BUILD_TOOL in present || new Builds().current() === null) return false;
	return isInstalled('.', ({ dev }) => !dev) && hasNode();
}
