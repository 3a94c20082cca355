/** Stands for our own origin, whatever it is. */
const BASE = 'http://own.invalid';

/**
 * Returns an address on this site for a path that came from outside, as browsers read it. What names another host in
 * front (`//`, `/\`, or either with a tab between) is read as a path; an address that is one already stays as it is.
 */
export function ownPath(path: string): string {
	const { pathname, search, hash } = new URL(`${BASE}/${path}`);
	return pathname.replace(/^\/+/, '/') + search + hash;
}
