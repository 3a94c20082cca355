import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { readDirectVisit } from './direct-visit';

const TRUST = { origin: undefined, protocolHeader: 'X-Proto', addressHeader: undefined, xffDepth: 1 };

function visit(
	headers: IncomingHttpHeaders = {},
	{
		url = '/w/2C4D6F/answers',
		trust = {}
	}: { url?: string; trust?: Partial<Parameters<typeof readDirectVisit>[1]> } = {}
) {
	const req = {
		url,
		headers: { host: 'localhost', 'x-proto': 'http', ...headers },
		socket: { remoteAddress: '192.0.2.1' }
	} as unknown as IncomingMessage;
	return readDirectVisit(req, { ...TRUST, ...trust });
}

describe('a visit that needs no Kit', () => {
	it('is read from the address that the app writes, with the pass of a join link or without', () => {
		expect(visit()).toMatchObject({ door: 'answers', visitor: { params: { workshop: '2C4D6F' } } });
		const passed = visit({}, { url: '/w/2C4D6F/events?pass=7KM4RT2C' });
		expect(passed?.visitor.url.searchParams.get('pass')).toBe('7KM4RT2C');
	});

	it.each([
		'/w/2c4d6f/answers',
		'/w/2C4-D6F/answers',
		'/w/2C4D6%46/answers',
		'/w/2C4D6A/answers',
		'/es/w/2C4D6F/answers',
		'/W/2C4D6F/answers',
		'/w/2C4D6F/answers/',
		'/w/2C4D6F/answers?/default',
		'/w/2C4D6F/answers?pass=%41',
		'//w/2C4D6F/answers',
		'http://localhost/w/2C4D6F/answers',
		'/w/2C4D6F/answers#x'
	])('is not read from %s', (url) => {
		expect(visit({}, { url })).toBeNull();
	});

	it.each(['a b', 'a/b', '@', 'x:99999', '[::1', 'user@host'])(
		'is not read where the host is called %s',
		(host) => {
			expect(visit({ host })).toBeNull();
		}
	);

	it('is read with a port in the host, and with any host where the origin is known', () => {
		expect(visit({ host: 'quiz.example:65535' })).not.toBeNull();
		expect(visit({ host: '[::1]' }, { trust: { origin: 'https://quiz.example' } })).not.toBeNull();
	});

	it.each([{ 'x-proto': 'ftp' }, { 'x-proto': 'https:' }, { 'x-proto': undefined }, { host: undefined }])(
		'is not read with the headers %j',
		(headers) => {
			expect(visit(headers)).toBeNull();
		}
	);

	it('knows the protocol from the origin, else from the header that a proxy sets', () => {
		const protocol = (...given: Parameters<typeof visit>) => visit(...given)?.visitor.url.protocol;
		expect(protocol()).toBe('http:');
		expect(protocol({ 'x-proto': 'https' })).toBe('https:');
		expect(protocol({}, { trust: { origin: 'https://quiz.example' } })).toBe('https:');
		expect(protocol({ 'x-proto': 'https' }, { trust: { origin: 'http://quiz.example' } })).toBe('http:');
	});

	it('has the first cookie of a name, and is not read where a cookie is written in another way', () => {
		const get = (cookie: string, name = 'seat') => visit({ cookie })?.visitor.cookies.get(name);
		expect(get('a=1; seat=x=y ;seat=2')).toBe('x=y');
		expect(get('seated=1; a=seat')).toBeUndefined();
		expect(get('seat')).toBeUndefined();
		for (const odd of ['seat=%41', 'seat="x"', 'a=\\']) expect(visit({ cookie: odd })).toBeNull();
	});

	it('keeps cookies that pages cannot read, over https alone where it came so', () => {
		const set = (...given: Parameters<typeof visit>) => {
			const made = visit(...given);
			made?.visitor.cookies.set('seat', 'x', { path: '/', maxAge: 60, secure: given[0] !== undefined });
			return made?.setCookies;
		};
		expect(set()).toEqual(['seat=x; Max-Age=60; Path=/; HttpOnly; SameSite=Lax']);
		expect(set({ 'x-proto': 'https' })).toEqual([
			'seat=x; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax'
		]);
	});

	it('comes from the connection, else from where the nearest proxy that is trusted says', () => {
		const address = (...given: Parameters<typeof visit>) => visit(...given)?.visitor.getClientAddress();
		const trust = { addressHeader: 'X-Forwarded-For', xffDepth: 2 };
		expect(address()).toBe('192.0.2.1');
		expect(address({ 'x-forwarded-for': 'a, b, c' }, { trust })).toBe('b');
		expect(() => address({ 'x-forwarded-for': 'a' }, { trust })).toThrow('too short');
		expect(() => address({}, { trust })).toThrow('absent');
		expect(address({ 'x-real-ip': 'a, b' }, { trust: { addressHeader: 'x-real-ip' } })).toBe('a, b');
	});
});
