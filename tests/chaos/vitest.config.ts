import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Some minutes of faults on the built server: `npm run chaos`, which sets minutes, seed and databases. */
export default defineConfig({
	root: fileURLToPath(new URL('../..', import.meta.url)),
	test: {
		name: 'chaos',
		environment: 'node',
		include: ['tests/chaos/**/*.test.ts'],
		fileParallelism: false,
		hookTimeout: 120_000
	}
});
