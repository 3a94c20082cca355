import { error, json, redirect, type Cookies } from '@sveltejs/kit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { log } from '../log';
import { REFUSALS, type RefusalReason } from '../../protocol';
import { Refusal } from '../refusal';
import { readBody } from './body';
import { forgetSecret, keepSecret, secretOf } from './cookies';
import { codeIn } from './guards';
import { loadPage, respond } from './respond';

const Schema = v.strictObject({ rung: v.number() });

const reasonOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'none',
		(problem: unknown) => (problem instanceof Refusal ? problem.reason : String(problem))
	);

function asked(
	body: BodyInit | null,
	headers: Record<string, string> = { 'content-type': 'application/json' }
) {
	const options: RequestInit = { method: 'POST', headers, body };
	return new Request('http://localhost/', Object.assign(options, { duplex: 'half' }));
}

afterEach(() => void vi.restoreAllMocks());

describe('readBody', () => {
	it.each(['application/json', 'application/json; charset=utf-8', 'application/json;charset=UTF-8'])(
		'reads %s',
		async (type) => {
			expect(await readBody(asked('{"rung":2}', { 'content-type': type }), Schema)).toEqual({ rung: 2 });
		}
	);

	it.each([
		'text/plain',
		'text/json',
		'text/plain; application/json',
		'application/x-www-form-urlencoded',
		''
	])('refuses the type "%s", which a form of another site can send or nobody needs', async (type) => {
		expect(await reasonOf(readBody(asked('{"rung":2}', { 'content-type': type }), Schema))).toBe('invalid');
	});

	it.each([
		'',
		'{',
		'null',
		'2',
		'[]',
		'{"rung":"2"}',
		'{"rung":2,"seat":"x"}',
		'{"rung":2}{"rung":2}',
		'\u0000'
	])('refuses %j', async (body) => {
		expect(await reasonOf(readBody(asked(body), Schema))).toBe('invalid');
	});

	it('refuses a body that is announced as too long without reading it', async () => {
		const request = asked('{"rung":2}', { 'content-type': 'application/json', 'content-length': '2001' });
		expect(await reasonOf(readBody(request, Schema))).toBe('tooLarge');
		expect(request.bodyUsed).toBe(false);
	});

	it('reads up to 2,000 characters and not one more, whatever was announced', async () => {
		const padded = (length: number) => '{"rung":2}'.padEnd(length, ' ');
		expect(await readBody(asked(padded(2_000)), Schema)).toEqual({ rung: 2 });
		expect(await reasonOf(readBody(asked(padded(2_001)), Schema))).toBe('tooLarge');
	});

	it('takes a body that breaks off as one that the server would not read on', async () => {
		const broken = new ReadableStream({ start: (controller) => controller.error(new Error('limit')) });
		expect(await reasonOf(readBody(asked(broken), Schema))).toBe('tooLarge');
	});
});

describe('codeIn', () => {
	it.each(['2c4-d6f', '2c4 d6f', '2C4.D6F', ' 2C4–D6F ', '２Ｃ４Ｄ６Ｆ'])('reads "%s"', (workshop) => {
		expect(codeIn({ workshop })).toBe('2C4D6F');
	});

	it.each([
		'2C4D6F\r\nset-cookie:a=b',
		'2C4D6F\0',
		'2C4D6F/state',
		'a.example/w/2C4D6F',
		'',
		'x',
		'2C4D6',
		'2C4D6FF',
		'AEIOUY',
		'__proto__',
		'🧵🧵🧵🧵🧵🧵'
	])('refuses "%s"', (workshop) => {
		expect(() => codeIn({ workshop })).toThrow(new Refusal('unknown'));
	});
});

describe('respond', () => {
	it('sends what the work gives, for nobody to keep', async () => {
		const response = await respond(() => Promise.resolve({ stored: true }));
		expect([response.status, await response.text()]).toEqual([200, '{"stored":true}']);
		expect(response.headers.get('cache-control')).toBe('no-store');
	});

	it('lets a response through as it is', async () => {
		const own = json({});
		expect(await respond(() => Promise.resolve(own))).toBe(own);
	});

	it.each(Object.keys(REFUSALS) as RefusalReason[])('says why: %s', async (reason) => {
		const response = await respond(() => Promise.reject(new Refusal(reason)));
		expect(response.status).toBe(REFUSALS[reason]);
		expect(await response.json()).toEqual({ reason });
		expect(response.headers.get('cache-control')).toBe('no-store');
	});

	it('logs what it did not expect, and says only to try again', async () => {
		const logged = vi.spyOn(log, 'error').mockReturnValue();
		const response = await respond(() => Promise.reject(new Error('password=secret')));
		expect([response.status, await response.text()]).toEqual([503, '{"reason":"unavailable"}']);
		expect(response.headers.get('retry-after')).toBe('1');
		expect(logged).toHaveBeenCalledOnce();
	});

	it('lets Kit lead elsewhere', async () => {
		await expect(respond(() => redirect(303, '/'))).rejects.toMatchObject({ status: 303 });
		await expect(respond(() => error(404))).rejects.toMatchObject({ status: 404 });
	});
});

describe('loadPage', () => {
	it('gives what the work gives', async () => {
		expect(await loadPage(() => Promise.resolve(7))).toBe(7);
	});

	it.each(['unknown', 'gone', 'notHost', 'unavailable'] as const)('explains %s on a page', async (reason) => {
		await expect(loadPage(() => Promise.reject(new Refusal(reason)))).rejects.toMatchObject({
			status: REFUSALS[reason],
			body: { workshop: reason }
		});
	});

	it('logs what it did not expect, and shows none of it', async () => {
		const logged = vi.spyOn(log, 'error').mockReturnValue();
		await expect(loadPage(() => Promise.reject(new Error('password=secret')))).rejects.toEqual(
			expect.objectContaining({ status: 503, body: { message: 'unavailable', workshop: 'unavailable' } })
		);
		expect(logged).toHaveBeenCalledOnce();
	});
});

const SECRET = 'abcdefghijklmnopqrstuvwx';

describe('a secret', () => {
	const NOW = Date.UTC(2026, 10, 23, 18);
	const DAY = 24 * 60 * 60;

	/** Cookies as Kit keeps them, without the parts that nobody here uses. */
	function jar() {
		const kept = new Map<string, { value: string; options: Record<string, unknown> }>();
		const cookies = {
			get: (name: string) => kept.get(name)?.value,
			set: (name: string, value: string, options: Record<string, unknown>) =>
				void kept.set(name, { value, options }),
			delete: (name: string, options: Record<string, unknown>) =>
				void kept.set(name, { value: '', options: { ...options, maxAge: 0 } })
		} as unknown as Cookies;
		return { kept, cookies };
	}

	it.each([
		['http://localhost/', 'seat-2C4D6F', false],
		['https://quiz.example.org/', '__Host-seat-2C4D6F', true]
	])('at %s is kept as %s', (address, name, secure) => {
		vi.spyOn(Date, 'now').mockReturnValue(NOW);
		const { kept, cookies } = jar();
		keepSecret({ cookies, url: new URL(address) }, 'seat', '2C4D6F', SECRET, '2026-12-23');
		expect(kept.get(name)).toEqual({
			value: SECRET,
			options: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 30 * DAY + 6 * 60 * 60 }
		});
		expect(secretOf({ cookies, url: new URL(address) }, 'seat', '2C4D6F')).toBe(SECRET);
		expect(secretOf({ cookies, url: new URL(address) }, 'host', '2C4D6F')).toBeUndefined();
		forgetSecret({ cookies, url: new URL(address) }, 'seat', '2C4D6F');
		expect(kept.get(name)).toEqual({ value: '', options: { path: '/', secure, maxAge: 0 } });
	});

	it.each(['', 'x', 'x'.repeat(1000), `${SECRET}=`])('that is none, as %j, is not held', (value) => {
		const { cookies } = jar();
		cookies.set('seat-2C4D6F', value, { path: '/' });
		expect(secretOf({ cookies, url: new URL('http://localhost/') }, 'seat', '2C4D6F')).toBeUndefined();
	});

	it('that anybody could set under the lesser name is not looked at on https', () => {
		const { cookies } = jar();
		cookies.set('seat-2C4D6F', SECRET, { path: '/' });
		expect(
			secretOf({ cookies, url: new URL('https://quiz.example.org/') }, 'seat', '2C4D6F')
		).toBeUndefined();
	});
});
