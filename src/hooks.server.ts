import { error, redirect, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import {
	canonicalPath,
	embedTheme,
	FRAME_HEADER,
	FRAMEABLE,
	isEmbedded,
	localeOf,
	nearestFrame,
	ownPath
} from '$lib/address';
import { factsOf } from '$lib/i18n/locales';
import { config, limits, openServices } from '$lib/server/services';
import { logError, logId } from '$lib/server/log';
import { plain } from '$lib/server/plain';
import { addressOf, answersDirectly, cacheRule, noteRequest } from '$lib/server/http';
import { allowFraming } from '$lib/server/http/headers';
import { Refusal } from '$lib/server/refusal';

export const init: ServerInit = async () => {
	await openServices();
	// `server/` asks it first; elsewhere nobody hears it.
	process.emit('no-strings:open' as never, answersDirectly as never);
};

const noteRequests: Handle = async ({ event, resolve }) => {
	const began = performance.now();
	const id = logId();
	event.locals.requestId = id;
	const response = await resolve(event);
	const { method } = event.request;
	noteRequest({ id, method, route: event.route.id ?? 'none', began }, response.status);
	return response;
};

const limitCards: Handle = async ({ event, resolve }) => {
	if (!event.route.id?.endsWith('/card.png')) return resolve(event);
	try {
		await limits().count('cards', addressOf(event));
	} catch (reason) {
		// Fails open: cards need no database.
		if (reason instanceof Refusal && reason.reason === 'tooMany')
			return plain(429, 'Too many pictures were asked for.', { 'retry-after': String(reason.retryAfter) });
	}
	return resolve(event);
};

/** Leads what somebody typed, or a program changed on its way, to the address that the app writes. */
const rightAddress: Handle = async ({ event, resolve }) => {
	const { pathname, search } = event.url;
	const path = canonicalPath(pathname);
	if (path !== pathname) redirect(308, ownPath(path + search));
	const frame = nearestFrame(pathname);
	// Not for good: we may come to speak the language.
	if (frame && frame !== pathname) redirect(307, ownPath(frame + search));
	return resolve(event);
};

const page: Handle = async ({ event, resolve }) => {
	// Kit answers these made-up addresses with a 500.
	const action = actionIn(event.url);
	if (action === 'default') redirect(303, ownPath(event.url.pathname));
	if (action in Object.prototype) error(404);

	const { tag, direction } = factsOf(localeOf(event.url.pathname));
	const theme = embedTheme(event.url);
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%lang%', tag)
				.replace('%dir%', direction)
				.replace('%theme%', theme ? `data-theme="${theme}"` : '')
	});
	if (isEmbedded(event.url.pathname) || response.headers.get(FRAME_HEADER) === FRAMEABLE)
		allowFraming(response.headers);
	if (response.headers.get('content-type') === 'text/html')
		response.headers.set('content-type', 'text/html; charset=utf-8');
	const own = response.headers.get('cache-control');
	response.headers.set('cache-control', cacheRule(event.route.id, own, config().origin !== undefined));
	return response;
};

function actionIn(url: URL): string {
	const name = [...url.searchParams.keys()].find((key) => key.startsWith('/'));
	return name?.slice(1) ?? '';
}

export const handle = sequence(noteRequests, rightAddress, limitCards, page);

export const handleError: HandleServerError = ({ error, event, status, message }) =>
	status < 500 ? { message } : { message, id: logError(error, event.locals.requestId) };
