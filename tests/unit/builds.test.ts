import { once } from 'node:events';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Builds } from '../../scripts/lib/builds.mjs';

const [FIRST, SECOND, THIRD] = ['1', '2', '3'].map((digit) => digit.repeat(64)) as [string, string, string];

let folder: string;
let builds: Builds;
const children: ChildProcess[] = [];
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'no-strings-builds-'));
	builds = new Builds(folder);
});
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

async function make(build: string) {
	mkdirSync(build, { recursive: true });
	writeFileSync(join(build, 'handler.js'), '');
	await Promise.resolve();
}

/** Publishes a build and gives its folder. */
async function publish(stamp: string) {
	await builds.publish(stamp, make);
	return builds.current() ?? '';
}

const isHere = (build: string) => existsSync(join(build, 'handler.js'));

/** Somebody else's process that runs from a build until it ends. */
async function runFrom(build: string) {
	const child = spawn('sleep', ['60']);
	children.push(child);
	await once(child, 'spawn');
	mkdirSync(join(build, 'users'), { recursive: true });
	writeFileSync(join(build, 'users', String(child.pid)), '');
	return async () => {
		child.kill('SIGKILL');
		await once(child, 'close');
	};
}

describe('builds', () => {
	it('are none at first, and then the one that was made last', async () => {
		expect(builds.current()).toBeNull();
		const first = await publish(FIRST);
		const second = await publish(SECOND);
		expect(second).not.toBe(first);
		expect(isHere(second)).toBe(true);
		expect(await publish(FIRST)).toBe(first);
	});

	it('that a process runs from stay until it ends', async () => {
		const first = await publish(FIRST);
		const end = await runFrom(first);
		await publish(SECOND);
		await publish(THIRD);
		expect(isHere(first)).toBe(true);
		await end();
		await publish(SECOND);
		expect(isHere(first)).toBe(false);
	});

	it('are used by this process once it says so', async () => {
		const first = await publish(FIRST);
		builds.use(first);
		await publish(SECOND);
		await publish(THIRD);
		expect(isHere(first)).toBe(true);
	});

	it('that fail are not the current one, and are made again', async () => {
		const first = await publish(FIRST);
		const fail = async (build: string) => {
			await make(build);
			throw new Error('no room');
		};
		await expect(builds.publish(SECOND, fail)).rejects.toThrow('no room');
		expect(builds.current()).toBe(first);
		expect(isHere(await publish(SECOND))).toBe(true);
	});

	it('are made once where two processes want the same one, and one after the other where they do not', async () => {
		const made: string[] = [];
		let busy = 0;
		const slowly = async (build: string) => {
			expect(++busy).toBe(1);
			made.push(build);
			await make(build);
			await new Promise(setImmediate);
			busy--;
		};
		await Promise.all([FIRST, FIRST, SECOND].map((stamp) => new Builds(folder).publish(stamp, slowly)));
		expect(made).toHaveLength(2);
	});

	it('do not wait for a process that died while it built', async () => {
		const end = await runFrom(folder);
		const [dead] = children;
		await end();
		writeFileSync(join(folder, 'lock'), `${dead?.pid} ${hostname()}`);
		expect(isHere(await publish(FIRST))).toBe(true);
	});
});
