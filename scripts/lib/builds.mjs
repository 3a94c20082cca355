// Builds lie side by side, so that none is taken from under a server that runs from it.
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { inTurn, isAlive } from './lock.mjs';
import { root } from './tools.mjs';

/** Names the build for whoever starts next. */
const CURRENT = 'current';

/** Written last: a folder without it is half a build. */
const COMPLETE = 'sources.sha256';

/** Where processes that run from a build leave their number. */
const USERS = 'users';

export class Builds {
	/** @param {string} folder */
	constructor(folder = join(root, 'build')) {
		this.folder = folder;
	}

	/** @returns {string | null} the folder of the build to run; null where there is none */
	current() {
		const name = read(join(this.folder, CURRENT));
		return name !== null && this.#isComplete(name) ? join(this.folder, name) : null;
	}

	/**
	 * @param {string} stamp names the sources
	 * @param {(folder: string) => Promise<void>} make fills the empty folder; not called where that build is here already
	 */
	async publish(stamp, make) {
		const isDone = () => this.current() === this.#folderOf(stamp);
		mkdirSync(this.folder, { recursive: true });
		await inTurn(isDone, () => this.#make(stamp, make), join(this.folder, 'lock'));
	}

	/** @param {string} stamp @param {(folder: string) => Promise<void>} make */
	async #make(stamp, make) {
		const before = read(join(this.folder, CURRENT));
		if (!this.#isComplete(nameOf(stamp))) {
			rmSync(this.#folderOf(stamp), { recursive: true, force: true });
			await make(this.#folderOf(stamp));
			writeFileSync(join(this.#folderOf(stamp), COMPLETE), stamp);
		}
		writeAtOnce(join(this.folder, CURRENT), nameOf(stamp));
		// Somebody may just have read the name of the one before.
		this.#removeUnused([nameOf(stamp), before]);
	}

	/** Keeps a build while this process runs. @param {string} build a folder that `current` gave */
	use(build) {
		try {
			mkdirSync(join(build, USERS), { recursive: true });
			writeFileSync(join(build, USERS, String(process.pid)), '');
		} catch {
			// Where nothing can be written, nothing is cleaned up either.
		}
	}

	/** @param {string} name */
	#isComplete(name) {
		return existsSync(join(this.folder, name, COMPLETE));
	}

	/** @param {string} stamp */
	#folderOf(stamp) {
		return join(this.folder, nameOf(stamp));
	}

	/** @param {readonly (string | null)[]} kept */
	#removeUnused(kept) {
		for (const name of readdirSync(this.folder)) {
			const folder = join(this.folder, name);
			if (kept.includes(name) || !statSync(folder).isDirectory() || isUsed(folder)) continue;
			rmSync(folder, { recursive: true, force: true });
		}
	}
}

/** @param {string} stamp */
function nameOf(stamp) {
	return stamp.slice(0, 16);
}

/** @param {string} build */
function isUsed(build) {
	const users = join(build, USERS);
	return existsSync(users) && readdirSync(users).some((pid) => isAlive(Number(pid)));
}

/** @param {string} file */
function read(file) {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return null;
	}
}

/** @param {string} file @param {string} text */
function writeAtOnce(file, text) {
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, text);
	renameSync(draft, file);
}
