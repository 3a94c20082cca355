import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const ONLY = /\.json\?only=/;

/** Provides `x.json?only=key` as that file with this one key. */
export function onlyOneKey(): Plugin {
	return {
		name: 'only-one-key',
		enforce: 'pre',
		load: {
			filter: { id: ONLY },
			handler(id) {
				const [file = '', key = ''] = id.split('?only=');
				this.addWatchFile(file);
				const whole = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
				if (!(key in whole)) throw new RangeError(`no ${key} in ${file}`);
				return `export default ${JSON.stringify({ [key]: whole[key] })}`;
			}
		}
	};
}
