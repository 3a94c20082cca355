// The Node that the app runs on: the machine's own where it is new enough, else the one that scripts/node names.
import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isInstalled, npmCi } from './npm.mjs';
import { bin, Failure, root } from './tools.mjs';

const NEEDED = 24;
const FOLDER = 'scripts/node';

const fetched = join(root, FOLDER, 'node_modules', '.bin', 'node');
const link = join(bin, 'node');

/** Whether npm scripts run on a Node that is new enough. */
export function hasNode() {
	return machineHasIt() || (isInstalled(FOLDER) && isNewEnough(versionOf(link)));
}

/** Puts a Node that is new enough in front of the machine's, where npm scripts look first. Needs `node_modules`. */
export async function bringNode() {
	if (hasNode()) return;
	if (!isInstalled(FOLDER)) {
		console.log(
			`This machine has Node ${process.versions.node}. Fetching a newer one for No Strings alone ...`
		);
		await npmCi(FOLDER, ['--include=optional']);
	}
	rmSync(link, { force: true });
	symlinkSync(relative(bin, fetched), link);
	if (!isNewEnough(versionOf(link))) {
		throw new Failure(
			`No Strings needs Node ${NEEDED}. This is Node ${process.versions.node}, and there is none to fetch that runs ` +
				`on ${process.platform} ${process.arch}. Install Node ${NEEDED} and try again.`
		);
	}
}

/** npm scripts may run on a Node that was fetched, which is not the machine's. */
function machineHasIt() {
	const own = !process.execPath.startsWith(root);
	return own && isNewEnough(process.versions.node);
}

/** @param {string} version */
function isNewEnough(version) {
	return Number(version.split('.')[0]) >= NEEDED;
}

/** @param {string} file @returns {string} nothing where it does not run */
function versionOf(file) {
	try {
		return execFileSync(file, ['-p', 'process.versions.node'], { encoding: 'utf8', stdio: 'pipe' });
	} catch {
		return '';
	}
}
