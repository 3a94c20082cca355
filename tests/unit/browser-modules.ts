import type { Environment } from 'vitest/runtime';

/** Node, with modules compiled as for a browser. */
export default {
	name: 'browser-modules',
	viteEnvironment: 'client',
	setup: () => ({ teardown: () => undefined })
} satisfies Environment;
