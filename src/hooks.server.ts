import { redirect, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { factsOf, localeOf } from '$lib/i18n/locales';
import { openHouse } from '$lib/server/house';
import { logError } from '$lib/server/log';
import { allowFraming } from '$lib/server/security/headers';
import { embedTheme, isEmbedded } from '$lib/ui/embed';

/** Before the first request: the database is open and in today's shape, or the server does not start. */
export const init: ServerInit = openHouse;

export const handle: Handle = async ({ event, resolve }) => {
	// Kit answers `?/default` with a 500, although only an address that somebody made up can ask for it.
	if (event.url.searchParams.has('/default')) redirect(303, event.url.pathname);

	const { tag, direction } = factsOf(localeOf(event.url.pathname));
	const theme = embedTheme(event.url);
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%lang%', tag)
				.replace('%dir%', direction)
				.replace('%theme%', theme ? `data-theme="${theme}"` : '')
	});
	if (isEmbedded(event.url.pathname)) allowFraming(response.headers);
	return response;
};

/** Logs what was not expected once, and gives the visitor a number to name. */
export const handleError: HandleServerError = ({ error, status, message }) =>
	status < 500 ? { message } : { message, id: logError(error) };
