import { redirect } from '@sveltejs/kit';
import { readCode } from '$lib/group';
import { localeOf, localPath } from '$lib/address';
import { DEFAULT_LANGUAGE } from '$lib/languages';
import { readPass, withPass } from '$lib/protocol';
import { preferredLanguage } from '$lib/server/http';
import type { RequestHandler } from './$types';

/** Where a QR code leads: the workshop in the visitor's language, whatever the screen's. */
export const GET: RequestHandler = ({ params, request, url }) => {
	const asked = localeOf(url.pathname);
	const language =
		asked === DEFAULT_LANGUAGE ? (preferredLanguage(request.headers.get('accept-language')) ?? asked) : asked;
	const path = `/w/${readCode(params.workshop) ?? encodeURIComponent(params.workshop)}`;
	redirect(303, localPath(language, withPass(path, readPass(params.pass))));
};
