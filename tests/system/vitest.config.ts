import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Faults that are caused for real, to the built server in processes of its own. Needs `npm run build` before. */
export default defineConfig({
	root: fileURLToPath(new URL('../..', import.meta.url)),
	test: {
		name: 'system',
		environment: 'node',
		include: ['tests/system/**/*.test.ts'],
		// Each of them keeps a machine busy by itself.
		fileParallelism: false,
		expect: { requireAssertions: true },
		// A test that hangs must end; one on a busy machine must not.
		testTimeout: 120_000,
		hookTimeout: 120_000
	}
});
