import type { Plugin, Rolldown } from 'vite';

/** Keeps in one file what is fetched together, which compresses better. A group holds its modules and all that they import. */
export const chunks: Rolldown.CodeSplittingOptions = {
	groups: [
		{
			name: 'frame',
			priority: 3,
			test: /\/kit\/src\/exports\/index\.js$|\/src\/lib\/(quiz\/saved\.ts|device\/(index|follow)\.ts|ui\/((keys|after-paint)\.ts|(Changing|Missing|Notices|Scene|Thread)\.svelte))$|\/kit\/src\/runtime\/client\/entry\.js$|\/generated\/root\.(js|svelte)$|\/src\/(hooks|params\/[a-z]+|lib\/questions\/[a-z]+)\.ts$|\/src\/routes\/\+(layout|error)\.(svelte|ts)$/
		},
		{
			name: 'result',
			priority: 2,
			test: /\/src\/routes\/own-result\.inline\.ts\?script$|\/src\/lib\/(address\/card-path\.ts|quiz\/(guess|met|results|history\.svelte)\.ts|result\/find-code\.ts|phrases\/(card|preview)\.ts|charts\/profile\.ts|card\/palettes\.ts|ui\/(Poles|Knot|ThreadChart|InvitationToQuiz|share\/ShowIt)\.svelte)$/
		},
		// The words of a result, one file for each language.
		{
			name: (id) => /\/messages\/([a-z]+)\/(result|share)\.json$/.exec(id)?.[1] ?? null,
			priority: 4
		}
	]
};

/** Lets an index bring only what is used of it: importing a module of `src/lib/` does nothing by itself. */
export const moduleSideEffects = [
	{ test: /\/src\/lib\/.*\.ts$/, sideEffects: false },
	// Defines a class of elements that we have none of.
	{ test: /\/svelte\/src\/internal\/client\/dom\/elements\/custom-element\.js$/, sideEffects: false }
];

/** Drops the scales that no chart has. Their defaults read a property, which the bundler takes for a getter with side effects. */
export function chartParts(): Plugin {
	return {
		name: 'chart-parts',
		applyToEnvironment: (environment) => environment.name === 'client',
		transform: {
			filter: { id: /\/chart\.js\/dist\/chart\.js$/ },
			handler: (code) => ({
				code: code.replaceAll(
					/Ticks\.formatters\.\w+|(?<== )TimeScale\.defaults/g,
					'/* @__PURE__ */ (() => $&)()'
				),
				map: null
			})
		}
	};
}

/** Kit takes names out of all of Svelte, which keeps all of Svelte: what it takes by name keeps no more than that. */
export function svelteParts(): Plugin {
	const TAKEN = 'const { onMount, tick } = svelte;';
	return {
		name: 'svelte-parts',
		applyToEnvironment: (environment) => environment.name === 'client',
		transform: {
			filter: { id: /\/kit\/src\/runtime\/client\/client\.js$/ },
			handler: (code) => ({
				code: code.replace(TAKEN, 'const onMount = svelte.onMount, tick = svelte.tick;'),
				map: null
			})
		}
	};
}
