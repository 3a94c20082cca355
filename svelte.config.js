import adapter from '@sveltejs/adapter-node';
import { inlineScriptHashes } from './vite/inline-scripts.ts';

/** @type {import('@sveltejs/kit').Config} */
const config = {
	// Nobody then brings the older reactivity along, which a component without a rune would.
	compilerOptions: { runes: true },
	kit: {
		// A build by hand is nobody's; scripts/lib/build.mjs names a folder from which no server runs.
		adapter: adapter({ precompress: true, out: process.env['BUILD_FOLDER'] ?? '.svelte-kit/build' }),
		// The service worker answers one address with the page of another: its files must be named from the root.
		paths: { relative: false },
		// Kit's own registration leaves a rejection unhandled where storage is blocked: see hooks.client.ts.
		serviceWorker: { register: false },
		typescript: {
			// What stands beside src/ and tests/ is checked as well.
			config: ({ include, ...config }) => ({
				...config,
				include: [
					...include,
					...['*.js', '*.ts', 'eslint/*.js', 'scripts/**/*.mjs', 'server/**/*.ts', 'vite/*.ts'].map(
						(files) => `../${files}`
					)
				]
			})
		},
		// In characters: what is smaller than the request for it comes with the page.
		inlineStyleThreshold: 1_024,
		// What browsers may see of the environment: only what server/main.ts puts there.
		env: { publicPrefix: 'NO_STRINGS_PUBLIC_' },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', ...(await inlineScriptHashes())],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		}
	}
};

export default config;
