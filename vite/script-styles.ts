import type { Plugin } from 'vite';
import { DEFAULT_LANGUAGE, LANGUAGES, recordOf } from '../src/lib/languages/index.ts';
import { SCRIPTS } from '../src/lib/languages/scripts.ts';

const MODULE = 'virtual:scripts.css';

function css(): string {
	const rules = LANGUAGES.map((language, index) => {
		const { tag, script } = recordOf(language);
		if (index > 0 && script === recordOf(DEFAULT_LANGUAGE).script) return '';
		const { serif, sans, leading, leadingTight, leadingFactor, text, tracking } = SCRIPTS[script];
		return `${index === 0 ? ':root' : `:root:lang(${tag})`} {
	--ns-serif: ${serif};
	--ns-sans: ${sans};
	--ns-leading: ${leading};
	--ns-leading-tight: ${leadingTight};
	--ns-leading-factor: ${leadingFactor};
	--ns-text: ${text};
	--ns-tracking: ${tracking};
}`;
	});
	return rules.join('\n');
}

/** Provides the tokens of each script as CSS: those of the first language for everybody, others where they differ. */
export function scriptStyles(): Plugin {
	return {
		name: 'script-styles',
		resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
		load: (id) => (id === `\0${MODULE}` ? css() : undefined)
	};
}
