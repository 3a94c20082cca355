// SurveyJS with our scenes, as light as its own documentation makes it: its ES modules, minified, the style sheet
// without web fonts, every file compressed beforehand, the survey itself inside the script.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { root } from '../../scripts/lib/tools.mjs';

type Scene = { title: string; stem: string; options: string[] };

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8'
};

export async function startSurveyJs() {
	const files = await compressed(await bundle());
	const server = createServer((req, res) => {
		const path = req.url === '/' ? '/index.html' : (req.url ?? '');
		const body = files.get(path);
		if (!body) return void res.writeHead(404).end();
		res.writeHead(200, {
			'content-type': TYPES[extname(path)],
			'content-encoding': 'br',
			'content-length': body.length,
			'cache-control': path === '/index.html' ? 'no-cache' : 'public, max-age=31536000, immutable'
		});
		res.end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		name: `SurveyJS ${await version()}`,
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		[Symbol.asyncDispose]: () => server[Symbol.asyncDispose]()
	};
}

async function bundle() {
	const result = await build({
		configFile: false,
		root: join(import.meta.dirname, 'surveyjs'),
		mode: 'production',
		logLevel: 'error',
		define: { SURVEY: JSON.stringify(survey(await readScenes())) },
		build: { write: false, minify: true, cssMinify: true, modulePreload: { polyfill: false } }
	});
	return (result as Rolldown.RolldownOutput).output;
}

/** One page for each scene, which turns by itself when one has answered. */
function survey(scenes: Record<string, Scene>) {
	return {
		title: 'Twenty scenarios',
		showProgressBar: true,
		autoAdvanceEnabled: true,
		pages: Object.entries(scenes).map(([name, { title, stem, options }]) => ({
			name,
			elements: [
				{
					type: 'radiogroup',
					name,
					title: stem,
					description: title,
					choices: options.map((text, value) => ({ value, text }))
				}
			]
		}))
	};
}

async function readScenes() {
	const file = join(root, 'src/lib/questions/wording/en/scenes.json');
	return JSON.parse(await readFile(file, 'utf8')) as Record<string, Scene>;
}

async function version() {
	const file = join(root, 'bench/node_modules/survey-js-ui/package.json');
	return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
}

async function compressed(files: Rolldown.RolldownOutput['output']) {
	const compress = promisify(brotliCompress);
	const entries = files.map(async (file) => {
		const body = await compress(file.type === 'chunk' ? file.code : file.source);
		return [`/${file.fileName}`, body] as [path: string, body: Buffer];
	});
	return new Map(await Promise.all(entries));
}
