import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The same stories in every browser engine that the machine has. Needs a build. */
export default defineConfig({
	root: fileURLToPath(new URL('../..', import.meta.url)),
	test: {
		name: 'engines',
		environment: 'node',
		include: ['tests/engines/**/*.test.ts'],
		expect: { requireAssertions: false },
		testTimeout: 180_000,
		hookTimeout: 120_000
	}
});
