import { withoutLocale } from './locale';

/** Whether a page has neither header nor footer of the site: what is shown to a whole group. */
export function isBare(pathname: string): boolean {
	return /^\/w\/[^/]+\/screen\/?$/.test(withoutLocale(pathname));
}
