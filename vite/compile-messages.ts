import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const PARSER = '@formatjs/icu-messageformat-parser';
/** svelte-i18n merges areas deeply; each of ours is given once and whole, so that a shallow merge is enough. */
const MERGER = 'deepmerge';
const SHALLOW = '\0shallow-merge';
const MESSAGES = /\/src\/lib\/i18n\/messages\/[^/]+\/[^/]+\.json$/;

/** Turns messages with arguments into syntax trees and undoes the quoting of plain ones. */
function compile(message: unknown): unknown {
	if (typeof message !== 'string')
		return Object.fromEntries(Object.entries(message as object).map(([key, value]) => [key, compile(value)]));
	const tree = parse(message, { ignoreTag: true, captureLocation: false });
	const [first] = tree;
	return tree.length === 1 && first?.type === TYPE.literal ? first.value : tree;
}

/** Parses ICU syntax at build time: browsers need no parser (8 KB), and a typo stops the build. */
export function compileMessages(): Plugin {
	return {
		name: 'compile-messages',
		enforce: 'pre',
		resolveId(source, importer) {
			if (source === MERGER && this.environment.name === 'client') return SHALLOW;
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
