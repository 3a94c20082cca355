import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askReport } from './report';
import { ask, mayWorkLater, remove, send, statusOf, type Reply } from './request';
import { makeSecret } from './secret';

const fetched = vi.fn<(address: string, request: RequestInit) => Promise<Response>>();
const answer = (response: Response) => void fetched.mockResolvedValue(response);

beforeEach(() => void vi.stubGlobal('fetch', fetched));
afterEach(() => {
	fetched.mockReset();
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

describe('a request', () => {
	test.each([
		['asks', () => ask('/w/2C4D6F/state'), {}],
		['deletes', () => remove('/w/2C4D6F/state'), { method: 'DELETE' }],
		[
			'sends',
			() => send('/w/2C4D6F/state', { rung: 3 }),
			{ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"rung":3}' }
		],
		['looks', () => statusOf('/w/2C4D6F/state'), {}]
	])('that %s never takes an answer of a cache', async (_, request, expected) => {
		answer(Response.json({}));
		await request();
		const signal = expect.any(AbortSignal) as AbortSignal;
		expect(fetched.mock.calls).toEqual([['/w/2C4D6F/state', { ...expected, cache: 'no-store', signal }]]);
	});

	test('is answered with when the server spoke, where it says so', async () => {
		const date = 'Thu, 01 Jan 1970 00:00:07 GMT';
		answer(Response.json({ n: 1 }, { status: 409, headers: { date } }));
		expect(await ask('/')).toEqual({ ok: false, status: 409, body: { n: 1 }, at: 7_000 });
		answer(Response.json({ n: 1 }));
		expect((await ask('/'))?.at).toBeNaN();
	});

	test('is not answered by what is no JSON', async () => {
		answer(new Response('{}'));
		expect(await ask('/')).toBeNull();
		answer(new Response('{', { headers: { 'content-type': 'application/json' } }));
		expect(await ask('/')).toBeNull();
		const bare = new Response('{}');
		bare.headers.delete('content-type');
		answer(bare);
		expect(await ask('/')).toBeNull();
	});

	test('for a status leaves no stream open, and has none without a network', async () => {
		const cancel = vi.fn();
		answer(new Response(new ReadableStream({ cancel }), { status: 203 }));
		expect(await statusOf('/')).toBe(203);
		expect(cancel).toHaveBeenCalledOnce();
		answer(new Response(null, { status: 204 }));
		expect(await statusOf('/')).toBe(204);
		fetched.mockRejectedValue(new TypeError('Failed to fetch'));
		expect(await statusOf('/')).toBe(0);
	});

	test.each([
		[null, true],
		[200, false],
		[409, false],
		[429, true],
		[499, false],
		[500, true]
	])('that is answered with %s may work later: %s', (status, later) => {
		expect(mayWorkLater(status === null ? null : ({ status } as Reply))).toBe(later);
	});
});

test('a report is read where the host’s browser asks, and is none elsewhere', async () => {
	answer(Response.json({ scenes: [] }));
	expect(await askReport('2C4D6F')).toEqual({ scenes: [] });
	expect(fetched.mock.lastCall?.[0]).toBe('/w/2C4D6F/host/report/report.json');
	answer(Response.json({ reason: 'noHost' }, { status: 401 }));
	expect(await askReport('2C4D6F')).toBeNull();
	fetched.mockRejectedValue(new TypeError('Failed to fetch'));
	expect(await askReport('2C4D6F')).toBeNull();
});

test.each([
	['-', [0xfb, 0xef, 0xbe]],
	['_', [0xff, 0xff, 0xff]]
])('a secret may be full of %s, which an address holds as it is', (letter, bytes) => {
	vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
		new Uint8Array(array.buffer).forEach((_, i, all) => (all[i] = bytes[i % 3] as number));
		return array;
	});
	expect(makeSecret()).toBe(letter.repeat(24));
});
