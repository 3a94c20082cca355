/**
 * Returns the cache rule of a response. What belongs to a workshop is kept nowhere, and pages are asked for again. Where
 * the server does not know its own origin, absolute addresses follow from what a request says: what a cache shared with
 * others kept of that could lead them to a host that somebody made up.
 * @param own what the route itself says
 */
export function cacheRule(route: string | null, own: string | null, knowsOrigin: boolean): string {
	const rule = own ?? (route?.startsWith('/w/') ? 'no-store' : 'private, no-cache');
	return knowsOrigin ? rule : rule.replace(/^public\b/, 'private');
}
