import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const lock = join(import.meta.dirname, '../../scripts/lib/lock.mjs');

/** Works until its input ends, unless the work is done. */
const worker = `
	const { inTurn } = await import(process.argv[1]);
	const { existsSync, writeFileSync } = await import('node:fs');
	const { buffer } = await import('node:stream/consumers');
	const [folder] = process.argv.slice(2);
	const done = folder + '/done';
	await inTurn(() => existsSync(done), async () => {
		console.log('working');
		await buffer(process.stdin);
		writeFileSync(done, '');
	}, folder + '/lock');
	process.exit();
`;

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'no-strings-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function start() {
	const child = spawn(process.execPath, ['--input-type=module', '-e', worker, lock, folder]);
	return {
		pid: child.pid,
		kill: () => child.kill('SIGKILL'),
		finish: () => child.stdin.end(),
		/** The first thing that it says. */
		said: once(child.stdout, 'data').then(([line]) => String(line)),
		ended: once(child, 'close').then(([code]) => code as number)
	};
}

describe('inTurn', () => {
	test('lets one of two processes work; the other says that it waits', async () => {
		const first = start();
		expect(await first.said).toBe('working\n');
		const second = start();
		expect(await second.said).toBe(
			`Another process (${first.pid}) is installing or building here. Waiting for it ...\n`
		);
		first.finish();
		expect(await Promise.all([first.ended, second.ended])).toEqual([0, 0]);
	});

	test('takes over at once from a process that was killed, with one of those that wait', async () => {
		const first = start();
		expect(await first.said).toBe('working\n');
		const waiting = [start(), start(), start()];
		for (const one of waiting) expect(await one.said).toContain(`(${first.pid})`);
		first.kill();
		await first.ended;
		for (const one of waiting) one.finish();
		expect(await Promise.all(waiting.map(({ ended }) => ended))).toEqual([0, 0, 0]);
	});

	test('leaves a process on another machine alone while it is alive', async () => {
		writeFileSync(join(folder, 'lock'), `999999999 not-${hostname()}`);
		const next = start();
		expect(await next.said).toContain('(999999999)');
		next.kill();
		await next.ended;
	});

	test('takes over from a process that has not been heard of, whoever has its number now', async () => {
		const file = join(folder, 'lock');
		writeFileSync(file, `${process.pid} ${hostname()}`);
		utimesSync(file, 0, 0);
		const next = start();
		expect(await next.said).toBe('working\n');
		next.finish();
		expect(await next.ended).toBe(0);
	});
});
