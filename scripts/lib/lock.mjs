// One at a time: two starts in the same folder would install and build over each other.
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './tools.mjs';

const BEAT_MS = 1000;
const POLL_MS = 250;
/** A holder that has not touched its file for so long has died, whoever has its number now. */
const DEAD_MS = 15_000;

/** What a holder writes into its file. Numbers of processes mean nothing on another machine or in another container. */
const OWNER = `${process.pid} ${hostname()}`;

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
		if (ownerOf(file) === OWNER) rmSync(file, { force: true });
	}
}

/** @param {string} file */
async function take(file) {
	for (let waited = false; !create(file);) {
		const owner = ownerOf(file);
		if (isDead(owner) || age(file) > DEAD_MS) {
			takeFrom(owner, file);
			continue;
		}
		if (!waited) {
			const who = owner?.split(' ')[0] || 'about to start';
			console.log(`Another process (${who}) is installing or building here. Waiting for it ...`);
			waited = true;
		}
		await wait(POLL_MS);
	}
}

/** @param {string} file @returns {boolean} false where somebody holds it */
function create(file) {
	try {
		writeFileSync(file, OWNER, { flag: 'wx' });
		return true;
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
		throw error;
	}
}

/** Removes a dead owner's file, and puts back what somebody else has made meanwhile. @param {string | null} owner @param {string} file */
function takeFrom(owner, file) {
	const aside = `${file}.${process.pid}`;
	try {
		renameSync(file, aside);
		if (ownerOf(aside) !== owner) linkSync(aside, file);
	} catch {
		// Somebody else was faster.
	}
	rmSync(aside, { force: true });
}

/** @param {string} file */
function ownerOf(file) {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return null;
	}
}

/** @param {string | null} owner null or empty where the file has just gone or been made */
function isDead(owner) {
	const [pid, host] = owner?.split(' ') ?? [];
	return host === hostname() && !isAlive(Number(pid));
}

/** @param {number} pid of a process on this machine */
export function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}

/** @param {string} file */
function touch(file) {
	const now = new Date();
	try {
		utimesSync(file, now, now);
	} catch {
		// Somebody has deleted it.
	}
}

/** Returns milliseconds since the owner was last alive. @param {string} file */
function age(file) {
	try {
		return Date.now() - statSync(file).mtimeMs;
	} catch {
		return 0;
	}
}
