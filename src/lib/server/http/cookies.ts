import type { Cookies } from '@sveltejs/kit';
import { DAY_MS, RETENTION } from '../retention';
import { isSecret } from '../security/secrets';

/** The two secrets that a browser may hold for a workshop. */
export type SecretKind = 'seat' | 'host';

/** What a request comes with. */
export type Visit = { cookies: Cookies; url: URL };

/** Returns what a browser holds for a workshop; a value that cannot be a secret counts as none, so that it is replaced. */
export function secretOf({ cookies, url }: Visit, kind: SecretKind, code: string): string | undefined {
	const held = cookies.get(cookieName(url, kind, code));
	return held !== undefined && isSecret(held) ? held : undefined;
}

/** Gives a browser a secret to hold, out of reach of scripts, until the workshop is deleted (ms since 1970). */
export function keepSecret(
	{ cookies, url }: Visit,
	kind: SecretKind,
	code: string,
	secret: string,
	keptUntil: number
): void {
	cookies.set(cookieName(url, kind, code), secret, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: Math.ceil(Math.max(RETENTION.leastCookieDays * DAY_MS, keptUntil - Date.now()) / 1000)
	});
}

export function forgetSecret({ cookies, url }: Visit, kind: SecretKind, code: string): void {
	cookies.delete(cookieName(url, kind, code), { path: '/', secure: url.protocol === 'https:' });
}

/** On https the name itself forbids that another host of the same domain sets the cookie. */
function cookieName(url: URL, kind: SecretKind, code: string): string {
	return `${url.protocol === 'https:' ? '__Host-' : ''}${kind}-${code}`;
}
