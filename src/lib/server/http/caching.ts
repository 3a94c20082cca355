/** Lets no shared cache keep what names a host that the request made up, where the server does not know its origin. */
export function cacheRule(route: string | null, ofRoute: string | null, knowsOrigin: boolean): string {
	const rule = ofRoute ?? (route?.startsWith('/w/') ? 'no-store' : 'private, no-cache');
	return knowsOrigin ? rule : rule.replace(/^public\b/, 'private');
}
