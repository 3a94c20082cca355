import { sveltekit } from '@sveltejs/kit/vite';
import { defaultClientConditions } from 'vite';
import { configDefaults, defineConfig } from 'vitest/config';
import { compileMessages } from './vite/compile-messages.ts';

const runeTests = 'src/**/*.svelte.test.ts';

export default defineConfig({
	plugins: [compileMessages(), sveltekit()],
	test: {
		expect: { requireAssertions: true },
		// A test that hangs must end; one on a busy machine must not.
		testTimeout: 60_000,
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
