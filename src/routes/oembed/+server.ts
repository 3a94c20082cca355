import { version } from '$app/environment';
import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { canonicalPath, cardPath, isEmbedded, localeOf, localPath, routeOf } from '$lib/address';
import { I18n, loadMessages } from '$lib/i18n';
import { isFormId } from '$lib/questions';
import { findCode } from '$lib/result';
import { CARD_SIZES } from '$lib/card/model';
import { headlineOf } from '$lib/phrases';
import type { Profile } from '$lib/scoring';
import { escapeMarkup } from '$lib/ui/markup';
import type { RequestHandler } from './$types';

const pixels = v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.minValue(1)));
const QuerySchema = v.object({
	url: v.pipe(v.string(), v.maxLength(2000), v.url()),
	maxwidth: pixels,
	maxheight: pixels,
	format: v.optional(v.string(), 'json')
});

const LARGEST = { width: 720, height: 720 };

/** What of ours an address shows, and where the same is below `/embed`; null for everything else. */
function shownAt(address: URL, origin: string) {
	const pathname = readPath(address);
	if (address.origin !== origin || isEmbedded(pathname)) return null;
	const locale = localeOf(pathname);
	const path = routeOf(pathname);
	const shown = (page: string, frame: string, profile: Profile | null = null) => ({
		locale,
		path: page,
		embed: localPath(locale, `/embed${frame}`),
		profile
	});
	if (path === '/') return shown('/', '');
	const [, kind = '', name = '', ...rest] = path.split('/');
	if (rest.length > 0) return null;
	if (kind === 'quiz' && isFormId(name)) return shown('/', path);
	const found = kind === 'result' ? findCode(name) : null;
	return found?.ok ? shown(`/result/${found.code}`, `/result/${found.code}`, found.profile) : null;
}

function readPath({ pathname }: URL): string {
	try {
		return canonicalPath(decodeURIComponent(pathname).replace(/(?<=.)\/+$/, ''));
	} catch {
		return pathname;
	}
}

/** oEmbed 1.0 (oembed.com), JSON only: blogs and chats ask here how to show one of our addresses. */
export const GET: RequestHandler = async ({ url, setHeaders }) => {
	const query = v.safeParse(QuerySchema, Object.fromEntries(url.searchParams));
	if (!query.success) error(400, 'url, maxwidth or maxheight is missing or wrong');
	if (query.output.format !== 'json') error(501, 'only JSON is offered');
	const shown = shownAt(new URL(query.output.url), url.origin);
	if (!shown) error(404, 'this address shows neither the quiz nor a result');

	const { locale, path, embed, profile } = shown;
	await loadMessages(locale, ['site', 'home', 'terms', 'result']);
	const i18n = new I18n(() => locale);
	const title = profile
		? i18n.t('result.title', { headline: headlineOf(profile, i18n) })
		: i18n.t('home.title');
	const width = Math.min(query.output.maxwidth ?? LARGEST.width, LARGEST.width);
	const height = Math.min(query.output.maxheight ?? LARGEST.height, LARGEST.height);

	setHeaders({ 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*' });
	return json({
		version: '1.0',
		type: 'rich',
		provider_name: i18n.t('site.name'),
		provider_url: url.origin,
		title,
		width,
		height,
		html: `<iframe src="${escapeMarkup(url.origin + embed)}" title="${escapeMarkup(title)}" width="${width}" height="${height}" style="border:0" allow="clipboard-write"></iframe>`,
		thumbnail_url: url.origin + cardPath(locale, path, version),
		thumbnail_width: CARD_SIZES.wide.width,
		thumbnail_height: CARD_SIZES.wide.height,
		cache_age: 3600
	});
};
