import type { Reroute } from '@sveltejs/kit';
import { withoutLocale } from '$lib/i18n/locales';

/** `/es/quiz/full` and `/quiz/full` are one route; the language is read from the address. */
export const reroute: Reroute = ({ url }) => withoutLocale(url.pathname);
