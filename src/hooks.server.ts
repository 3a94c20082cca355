import type { Handle, HandleServerError } from '@sveltejs/kit';
import { factsOf, localeOf } from '$lib/i18n/locales';
import { logError } from '$lib/server/log';

export const handle: Handle = ({ event, resolve }) => {
	const { tag, direction } = factsOf(localeOf(event.url.pathname));
	return resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', tag).replace('%dir%', direction)
	});
};

/** Logs what was not expected once, and gives the visitor a number to name. */
export const handleError: HandleServerError = ({ error, status, message }) =>
	status < 500 ? { message } : { message, id: logError(error) };
