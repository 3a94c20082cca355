import { sveltekit } from '@sveltejs/kit/vite';
import { defaultClientConditions } from 'vite';
import { configDefaults, defineConfig } from 'vitest/config';
import { chartParts, chunks, moduleSideEffects, svelteParts } from './vite/chunks.ts';
import { compileMessages } from './vite/compile-messages.ts';
import { inlineScripts } from './vite/inline-scripts.ts';
import { languageFiles } from './vite/language-files.ts';
import { onlyOneKey } from './vite/only.ts';
import { scriptStyles } from './vite/script-styles.ts';

const runeTests = 'src/**/*.svelte.test.ts';

export default defineConfig({
	plugins: [
		compileMessages(),
		inlineScripts(),
		onlyOneKey(),
		scriptStyles(),
		languageFiles(),
		chartParts(),
		svelteParts(),
		sveltekit()
	],
	build: {
		// What nobody uses does nothing: svelte-i18n makes stores and formatters that we never ask.
		rolldownOptions: {
			treeshake: {
				manualPureFunctions: [
					...['writable', 'derived', 'readable', 'monadicMemoize', '__spreadProps', '__spreadValues$1'],
					'internalLocale.subscribe'
				]
			}
		},
		// The start of every page would carry a list of which module imports which. Modules say that themselves.
		modulePreload: { resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) }
	},
	environments: {
		client: {
			build: { rolldownOptions: { treeshake: { moduleSideEffects }, output: { codeSplitting: chunks } } }
		}
	},
	test: {
		expect: { requireAssertions: true },
		// A test that hangs must end; one on a busy machine must not.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		// One for each processor; Vitest leaves one idle.
		maxWorkers: '100%',
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
					exclude: [...configDefaults.exclude, runeTests]
				}
			},
			{
				// Runes behave as in a browser only where they are compiled for one.
				extends: true,
				resolve: { conditions: [...defaultClientConditions] },
				test: {
					name: 'runes',
					include: [runeTests],
					environment: './tests/unit/browser-modules.ts'
				}
			}
		]
	}
});
