import type { Cookies } from '@sveltejs/kit';
import { endOfDay } from '../retention';
import { isSecret } from '../security/secrets';

export type SecretKind = 'seat' | 'host';

export type Visit = { cookies: Pick<Cookies, 'get'>; url: Pick<URL, 'protocol'> };
export type Keeping<Does extends 'set' | 'delete'> = Pick<Visit, 'url'> & { cookies: Pick<Cookies, Does> };

/** Returns a workshop's secret; a value that cannot be one counts as none, and is replaced. */
export function secretOf({ cookies, url }: Visit, kind: SecretKind, code: string): string | undefined {
	const held = cookies.get(cookieName(url, kind, code));
	return held !== undefined && isSecret(held) ? held : undefined;
}

/** @param keptUntil the workshop's last day, `YYYY-MM-DD`: the cookie ends with it */
export function keepSecret(
	{ cookies, url }: Keeping<'set'>,
	kind: SecretKind,
	code: string,
	secret: string,
	keptUntil: string
): void {
	cookies.set(cookieName(url, kind, code), secret, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: Math.ceil((endOfDay(keptUntil) - Date.now()) / 1000)
	});
}

export function forgetSecret({ cookies, url }: Keeping<'delete'>, kind: SecretKind, code: string): void {
	cookies.delete(cookieName(url, kind, code), { path: '/', secure: url.protocol === 'https:' });
}

/** The prefix forbids other hosts of the domain to set the cookie. */
function cookieName(url: Visit['url'], kind: SecretKind, code: string): string {
	return `${url.protocol === 'https:' ? '__Host-' : ''}${kind}-${code}`;
}
