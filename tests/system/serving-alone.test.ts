import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { Builds } from '../../scripts/lib/builds.mjs';
import { endServers, makeFolder, startServer } from '../support/server';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Lock = { packages: Record<string, { dev?: boolean }> };

/** Returns a folder with what the Dockerfile leaves in an image. */
function withoutBuildTools(): string {
	const folder = makeFolder();
	const bring = (path: string) => cpSync(join(ROOT, path), join(folder, path), { recursive: true });
	for (const path of [
		'package.json',
		'package-lock.json',
		'server',
		'scripts/lib',
		'scripts/start.mjs',
		'src/lib'
	])
		bring(path);
	const build = relative(ROOT, new Builds().current() ?? '');
	for (const path of [build, 'build/current']) bring(path);

	const lock = JSON.parse(readFileSync(join(ROOT, 'node_modules/.package-lock.json'), 'utf8')) as Lock;
	const needed = Object.entries(lock.packages).filter(([, { dev }]) => !dev);
	for (const [path] of needed) if (existsSync(join(ROOT, path))) bring(path);
	mkdirSync(join(folder, 'node_modules'), { recursive: true });
	writeFileSync(
		join(folder, 'node_modules/.package-lock.json'),
		JSON.stringify({ ...lock, packages: Object.fromEntries(needed) })
	);
	return folder;
}

afterEach(endServers);

it('a build is served where nothing but what serving needs is installed', async () => {
	const server = await startServer({}, { program: 'scripts/start.mjs', folder: withoutBuildTools() });
	const page = await fetch(server.base);
	expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<h1')]);
	const card = await fetch(`${server.base}/card.png`);
	expect([card.status, card.headers.get('content-type')]).toEqual([200, 'image/png']);
	expect((await fetch(`${server.base}/readyz`)).status).toBe(200);
	expect(await server.stop('SIGTERM')).toEqual({ code: 0, signal: null });
});
