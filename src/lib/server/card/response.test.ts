import { version } from '$app/environment';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cardSaying } from './card.fixture';
import { CardsBusy, type Painter } from './pool';
import { answerWithCard } from './response';
import { CardCache } from './cache';
import { log as logger } from '../log';

afterEach(() => void vi.restoreAllMocks());

const bytes = Uint8Array.of(1, 2, 3);
const draws: Painter = () => Promise.resolve(bytes);

function ask(paint: Painter, headers: Record<string, string> = {}, query = '') {
	const request = new Request(`http://localhost/result/x/card.png${query}`, { headers });
	return answerWithCard(new CardCache(paint), cardSaying('a'), request);
}

describe('the answer with a card', () => {
	it('is the whole picture, to keep', async () => {
		const response = await ask(draws);
		expect(response.status).toBe(200);
		expect(Object.fromEntries(response.headers)).toMatchObject({
			'content-type': 'image/png',
			'content-length': '3',
			'cache-control': 'public, max-age=31536000, immutable',
			'cross-origin-resource-policy': 'cross-origin',
			etag: expect.stringMatching(/^".+"$/) as unknown
		});
		expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
	});

	it('is for a year under the version that drew it, for a minute under another', async () => {
		const kept = async (query: string) => (await ask(draws, {}, query)).headers.get('cache-control');
		expect(await kept(`?v=${version}`)).toContain('immutable');
		expect(await kept('?v=another')).toBe('public, max-age=60');
	});

	it('is 304 for who has it', async () => {
		const etag = (await ask(draws)).headers.get('etag') ?? '';
		for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
			const response = await ask(draws, { 'if-none-match': header });
			expect(response.status).toBe(304);
			expect(response.headers.get('etag')).toBe(etag);
			expect(await response.text()).toBe('');
		}
		expect((await ask(draws, { 'if-none-match': '"other"' })).status).toBe(200);
	});

	it('is 503 with a time to come back when there is too much to draw', async () => {
		const response = await ask(() => Promise.reject(new CardsBusy()));
		expect(response.status).toBe(503);
		expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(response.headers.get('cache-control')).toBe('no-store');
	});

	it('is 503 with a number to name when the drawing failed', async () => {
		const log = vi.spyOn(logger, 'error').mockReturnValue();
		const response = await ask(() => Promise.reject(new Error('no ink')));
		expect(response.status).toBe(503);
		expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
		const { id } = log.mock.calls[0]?.[0] as { id: string };
		const text = await response.text();
		expect(text).toContain(id);
		expect(text).not.toContain('no ink');
	});
});
