const BASE = 'http://own.invalid';

/** Reads what names another host in front (`//`, `/\`, or either with a tab between) as a path on this site. */
export function ownPath(path: string): string {
	const { pathname, search, hash } = new URL(`${BASE}/${path}`);
	return pathname.replace(/^\/+/, '/') + search + hash;
}
