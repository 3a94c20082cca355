import { localPath } from '$lib/address';
import { DEFAULT_LANGUAGE, LANGUAGES } from '$lib/languages';
import { factsOf } from '$lib/i18n';
import { escapeMarkup } from '$lib/ui/markup';
import type { RequestHandler } from './$types';

/** Results are not among them: they belong to those who got the link. */
const PATHS = [
	'/',
	'/quiz/full',
	'/quiz/short',
	'/scoring',
	'/paper',
	'/workshops',
	'/workshops/guide',
	'/workshops/notes',
	'/scenes',
	'/privacy'
];

export const GET: RequestHandler = ({ url }) => {
	const origin = escapeMarkup(url.origin);
	const alternates = (path: string) =>
		[
			...LANGUAGES.map((language) => [factsOf(language).tag, language] as const),
			['x-default', DEFAULT_LANGUAGE] as const
		]
			.map(
				([tag, language]) =>
					`<xhtml:link rel="alternate" hreflang="${tag}" href="${origin}${localPath(language, path)}"/>`
			)
			.join('');
	const entries = PATHS.flatMap((path) =>
		LANGUAGES.map(
			(language) => `<url><loc>${origin}${localPath(language, path)}</loc>${alternates(path)}</url>`
		)
	);
	const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
	return new Response(body, {
		headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' }
	});
};
