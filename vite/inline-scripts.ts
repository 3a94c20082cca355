import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { minifySync, transformWithOxc, type Plugin } from 'vite';

const QUERY = '?script';

/** Such a file imports nothing at run time: it runs where it stands in a page, before any module or without one. */
async function compile(file: string): Promise<string> {
	const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file);
	return minifySync(file, code, { module: false }).code;
}

/** Returns what the content policy lets run: every `*.inline.ts`, by its hash. */
export async function inlineScriptHashes(): Promise<`sha256-${string}`[]> {
	const scripts = await Promise.all(globSync('src/**/*.inline.ts').sort().map(compile));
	return scripts.map((script) => `sha256-${createHash('sha256').update(script).digest('base64')}` as const);
}

/** Provides `x.inline.ts?script` as an element to write into a page with `{@html}`. */
export function inlineScripts(): Plugin {
	return {
		name: 'inline-scripts',
		enforce: 'pre',
		load: {
			filter: { id: /\.inline\.ts\?script$/ },
			async handler(id) {
				const file = id.slice(0, -QUERY.length);
				this.addWatchFile(file);
				return `export default ${JSON.stringify(`<script>${await compile(file)}</script>`)}`;
			}
		}
	};
}
