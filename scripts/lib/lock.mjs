// One at a time: two starts in the same folder would install and build over each other.
import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './tools.mjs';

const BEAT_MS = 1000;
/** A holder that has not touched its file for so long has died. */
const DEAD_MS = 15_000;

/**
 * Does work that is not done yet while no other process does. Whoever had to wait mostly finds it done.
 *
 * @param {() => boolean} isDone
 * @param {() => Promise<void>} work
 * @param {string} [file] that is there meanwhile
 */
export async function inTurn(isDone, work, file = join(root, '.preparing')) {
	if (isDone()) return;
	await take(file);
	const beat = setInterval(touch, BEAT_MS, file);
	try {
		if (!isDone()) await work();
	} finally {
		clearInterval(beat);
		rmSync(file, { force: true });
	}
}

/** @param {string} file */
async function take(file) {
	for (let waited = false; !create(file); waited = true) {
		if (age(file) > DEAD_MS) rmSync(file, { force: true });
		else if (!waited) console.log('Another process is installing or building here. Waiting for it ...');
		await wait(BEAT_MS);
	}
}

/**
 * @param {string} file
 * @returns {boolean} false where somebody else holds it
 */
function create(file) {
	try {
		writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
		return true;
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
		throw error;
	}
}

/** @param {string} file */
function touch(file) {
	const now = new Date();
	try {
		utimesSync(file, now, now);
	} catch {
		// Somebody has deleted it. There is nothing to keep then.
	}
}

/**
 * Milliseconds since the holder was last alive.
 *
 * @param {string} file
 */
function age(file) {
	try {
		return Date.now() - statSync(file).mtimeMs;
	} catch {
		return 0;
	}
}
