// A plugin for Stryker: Svelte's compiler refuses runes that were wrapped in anything.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** @typedef {{ type: string, name?: string, callee?: Node, object?: Node }} Node */

export const ignorer = {
	/** @param {unknown} path Babel's, whose types Stryker does not bring @returns {string | undefined} why not */
	shouldIgnore(path) {
		const { node } = /** @type {{ node: Node }} */ (path);
		const callee = node.type === 'CallExpression' ? (node.callee?.object ?? node.callee) : undefined;
		return callee?.name?.startsWith('$') ? 'a rune' : undefined;
	}
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'runes', ignorer)];
