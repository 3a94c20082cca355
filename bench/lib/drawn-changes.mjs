import {
	commonTokens,
	declareClassPlugin,
	declareValuePlugin,
	PluginKind,
	tokens
} from '@stryker-mutator/api/plugin';

/** @import { Checker, CheckResult } from '@stryker-mutator/api/check' */
/** @import { Mutant, StrykerOptions } from '@stryker-mutator/api/core' */

/** A range holds what lies inside of it as well: only the change that spans it all was drawn, the others are spared. @implements {Checker} */
class DrawnChanges {
	static inject = tokens(commonTokens.options);

	/** @param {StrykerOptions} options */
	constructor({ mutate }) {
		this.ranges = mutate;
	}

	init() {
		return Promise.resolve();
	}

	/** @param {Mutant[]} mutants @returns {Promise<string[][]>} */
	group(mutants) {
		return Promise.resolve([mutants.map(({ id }) => id)]);
	}

	/** @param {Mutant[]} mutants */
	check(mutants) {
		return Promise.resolve(Object.fromEntries(mutants.map((mutant) => [mutant.id, this.#answer(mutant)])));
	}

	/** @param {Mutant} mutant @returns {CheckResult} */
	#answer({ fileName, location: { start, end } }) {
		const span = `:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
		const isDrawn = this.ranges.some((range) => `${fileName}${span}`.endsWith(range));
		return /** @type {CheckResult} */ (
			isDrawn ? { status: 'passed' } : { status: 'compileError', reason: 'not drawn' }
		);
	}
}

/** Vite reads the arguments of `import.meta.glob` as they are written. */
export const globs = {
	/** @param {any} path of Babel @returns {string | undefined} */
	shouldIgnore: ({ node }) =>
		node.type === 'CallExpression' &&
		node.callee.object?.type === 'MetaProperty' &&
		node.callee.property.name === 'glob'
			? 'read by Vite'
			: undefined
};

export const strykerPlugins = [
	declareClassPlugin(PluginKind.Checker, 'drawn', DrawnChanges),
	declareValuePlugin(PluginKind.Ignore, 'globs', globs)
];
