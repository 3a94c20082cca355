import { DEFAULT_LANGUAGE, isLanguage, matchLanguage } from '../languages';
import { localeOf, localPath, withoutLocale } from './locale';

const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/;

/** First parts of our paths. What follows them is a code, whose case its reader knows, unless it is one of `WORDS`. */
const ROOTS = /^(?:compare|embed|join|paper|privacy|quiz|result|scenes|scoring|w|workshops)$/;
const WORDS = /^(?:full|short|guide|notes|quiz|result)$/;

/** Returns a path as the app writes it: `/EN/Result/x` becomes `/result/x`, `/es-MX` becomes `/es`; any other stays. */
export function canonicalPath(pathname: string): string {
	const { tag, rest } = splitTag(pathname);
	const [language = ''] = tag.split('-');
	const named = isLanguage(language);
	const path = named ? rest : withoutLocale(pathname);
	const [root = '', second = '', ...others] = path.slice(1).split('/').map(lowerCase);
	const parts = ROOTS.test(root) ? [root, ...(path.indexOf('/', 1) > 0 ? [second] : []), ...others] : null;
	if (!named && !parts) return pathname;
	return localPath(named ? language : localeOf(pathname), parts ? `/${parts.join('/')}` : path);
}

/** Returns a frame's address in the nearest language that we speak, where it names one that we do not; otherwise null. */
export function nearestFrame(pathname: string): string | null {
	const { tag, rest } = splitTag(pathname);
	if (!tag || !/^\/embed(?:\/|$)/.test(rest)) return null;
	return localPath(matchLanguage([tag]) ?? DEFAULT_LANGUAGE, rest);
}

function lowerCase(part: string, index: number): string {
	const lower = part.toLowerCase();
	return index === 0 ? (ROOTS.test(lower) ? lower : part) : WORDS.test(lower) ? lower : part;
}

function splitTag(pathname: string) {
	const [first = ''] = pathname.slice(1).split('/');
	const tag = first.toLowerCase().replaceAll('_', '-');
	return TAG.test(tag) ? { tag, rest: pathname.slice(1 + first.length) || '/' } : { tag: '', rest: pathname };
}
