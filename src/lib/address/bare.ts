import { withoutLocale } from './locale';

/** Whether a page stands alone, without the site's header and footer: what a projector shows to a room. */
export function isBare(pathname: string): boolean {
	return /^\/w\/[^/]+\/screen\/?$/.test(withoutLocale(pathname));
}
