import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const PARSER = '@formatjs/icu-messageformat-parser';
/** svelte-i18n merges what it is given deeply. Each area of ours is given once and whole: nothing is below to merge. */
const MERGER = 'deepmerge';
const SHALLOW = '\0shallow-merge';
const MESSAGES = /\/src\/lib\/i18n\/messages\/[^/]+\/[^/]+\.json$/;

/** Messages with arguments become syntax trees; plain ones, once their quoting is undone, stay text. */
function compile(message: unknown): unknown {
	if (typeof message !== 'string')
		return Object.fromEntries(Object.entries(message as object).map(([key, value]) => [key, compile(value)]));
	const tree = parse(message, { ignoreTag: true, captureLocation: false });
	const [first] = tree;
	return tree.length === 1 && first?.type === TYPE.literal ? first.value : tree;
}

/** Reads ICU syntax at build time: a phone then needs no parser, 8 KB of its budget, and a typo stops the build. */
export function compileMessages(): Plugin {
	return {
		name: 'compile-messages',
		enforce: 'pre',
		resolveId(source, importer) {
			if (source === MERGER && this.environment.name === 'client') return SHALLOW;
			// The formatter brings its parser along; in the browser there is nothing left to parse.
			if (source !== PARSER || this.environment.name !== 'client') return;
			return this.resolve(`${PARSER}/no-parser.js`, importer);
		},
		load(id) {
			if (id === SHALLOW) return 'export default { all: (trees) => Object.assign({}, ...trees) }';
		},
		transform(json, id) {
			if (!MESSAGES.test(id)) return;
			return { code: JSON.stringify(compile(JSON.parse(json))), map: null };
		}
	};
}
