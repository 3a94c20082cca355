import type { Plugin } from 'vite';

const WORDS = /\/(?:messages|wording)\/([a-z]+)\//;

/** What the service worker is built with: the language of each file that holds words of one language alone. */
export const LANGUAGE_FILES = '__LANGUAGE_FILES__';

/** Kit reads the configuration anew for the client, and so makes two of each plugin in one process. */
const shared = globalThis as { [LANGUAGE_FILES]?: string };

/** Tells the service worker which files a visitor of another language does without. Kit hands `define` on to its build. */
export function languageFiles(): Plugin {
	return {
		name: 'language-files',
		config: () => ({ define: { [LANGUAGE_FILES]: '{}' } }),
		configResolved({ define = {} }) {
			Object.defineProperty(define, LANGUAGE_FILES, {
				enumerable: true,
				get: () => shared[LANGUAGE_FILES] ?? '{}'
			});
		},
		writeBundle: {
			order: 'pre',
			handler(_, bundle) {
				if (this.environment.name !== 'client') return;
				const found: Record<string, string> = {};
				for (const output of Object.values(bundle)) {
					if (output.type !== 'chunk') continue;
					const languages = new Set(output.moduleIds.map((id) => WORDS.exec(id)?.[1]));
					const [language] = languages;
					if (languages.size === 1 && language) found[`/${output.fileName}`] = language;
				}
				shared[LANGUAGE_FILES] = JSON.stringify(found);
			}
		}
	};
}
