import { version } from '$app/environment';
import type { CardModel } from '$lib/card';
import { plain } from '../plain';
import { DAY_MS, RETENTION } from '../retention';
import { CardsBusy } from './pool';
import { CardFailed, type CardCache } from './cache';

const PICTURE_SECONDS = (RETENTION.pictureDays * DAY_MS) / 1000;
const BUSY_SECONDS = 2;
const FAILED_SECONDS = 30;

/** Responds with the picture, 304 for who has it, or 503 with a time to come back: 200 is always a whole picture. */
export async function answerWithCard(
	cache: CardCache,
	model: CardModel,
	request: Request
): Promise<Response> {
	const card = await cache.get(model).catch(refusal);
	if (card instanceof Response) return card;
	const headers = {
		'cache-control': cacheControl(request),
		'cross-origin-resource-policy': 'cross-origin',
		etag: card.etag
	};
	if (isKnown(card.etag, request.headers.get('if-none-match')))
		return new Response(null, { status: 304, headers });
	return new Response(card.png, {
		headers: { ...headers, 'content-type': 'image/png', 'content-length': String(card.png.length) }
	});
}

/** Keeps only a picture of the version that the address names: during a roll-out an old node may be asked for a new one. */
function cacheControl({ url }: Request): string {
	const wanted = new URL(url).searchParams.get('v') ?? version;
	return wanted === version ? `public, max-age=${PICTURE_SECONDS}, immutable` : 'public, max-age=60';
}

function isKnown(etag: string, header: string | null): boolean {
	const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
	return tags.includes(etag) || tags.includes('*');
}

function refusal(error: unknown): Response {
	if (error instanceof CardsBusy)
		return plain(503, 'Many pictures are being drawn. Please try again.', comeBackIn(BUSY_SECONDS));
	if (error instanceof CardFailed)
		return plain(
			503,
			`This picture could not be drawn. If you report it, this number helps us find it: ${error.id}`,
			comeBackIn(FAILED_SECONDS)
		);
	throw error;
}

const comeBackIn = (seconds: number) => ({ 'cache-control': 'no-store', 'retry-after': String(seconds) });
