import type { Plugin, Rolldown } from 'vite';

/**
 * What is fetched together is compressed together, and better so: a group holds its modules and whatever they import.
 * Whoever needs one of them needs nearly all.
 */
export const chunks: Rolldown.CodeSplittingOptions = {
	groups: [
		{
			// The frame of every page: Svelte, Kit, the languages, header and footer, and what forms and scenes there are.
			name: 'frame',
			priority: 3,
			test: /\/kit\/src\/runtime\/client\/entry\.js$|\/generated\/root\.(js|svelte)$|\/src\/(hooks|params\/[a-z]+|lib\/questions\/[a-z]+)\.ts$|\/src\/routes\/\+(layout|error)\.(svelte|ts)$/
		},
		{
			// What lies on a device, and the dialog before it is deleted.
			name: 'saved',
			priority: 2,
			test: /\/src\/lib\/(quiz\/(results|saved)\.ts|ui\/Confirm\.svelte)$/
		},
		{ name: 'scoring', priority: 1, test: /\/src\/lib\/(scoring|result)\/(index|code)\.ts$/ }
	]
};

/** Importing a module of ours does nothing by itself: an index brings only what is used of it. */
export const moduleSideEffects = [{ test: /\/src\/lib\/.*\.ts$/, sideEffects: false }];

/**
 * Leaves out the scales that no chart of ours has. Their defaults read a formatter, which might be a getter for all
 * that the bundler knows, and so keep their classes.
 */
export function chartParts(): Plugin {
	return {
		name: 'chart-parts',
		applyToEnvironment: (environment) => environment.name === 'client',
		transform: {
			filter: { id: /\/chart\.js\/dist\/chart\.js$/ },
			handler: (code) => ({
				code: code.replaceAll(/Ticks\.formatters\.\w+/g, '/* @__PURE__ */ (() => $&)()'),
				map: null
			})
		}
	};
}
