import { expect, test } from './support/attack';
import { ask, JSON_TYPE, listen, LiveWorkshop, makeToken, type Asked } from '../support/workshop-api';

// Three questions are answered without Kit where they are spelled as the app spells them. Nobody may see a difference.

/** Compression names what it looks at, and only Kit's answers pass it. */
const PASSED_BY = 'vary';

/** Differ from one answer to the next. */
const MOMENTARY = ['date', PASSED_BY];

type Headers = Record<string, unknown>;

function lasting(headers: Headers): Headers {
	const { 'set-cookie': cookies, ...others } = headers;
	return {
		...Object.fromEntries(Object.entries(others).filter(([name]) => !MOMENTARY.includes(name))),
		// The seconds until a workshop ends become fewer.
		'set-cookie': JSON.stringify(cookies)?.replace(/Max-Age=\d+/, 'Max-Age=…')
	};
}

/** The address as the app writes it, and one that means the same. */
const spellings = ({ code }: Pick<LiveWorkshop, 'code'>, rest: string) => [
	`/w/${code}/${rest}`,
	`/w/${code.slice(0, 3)}-${code.slice(3)}/${rest}`
];

test('answers to the app’s own spelling and to any other are the same', async ({
	base,
	attack: { workshop, mallory }
}) => {
	const good = { round: 1, scene: 'thin-post', rung: 1 };
	const { cookie = '' } = mallory.cookie;
	const other = cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
	const post = (value: unknown, headers: Record<string, string> = { cookie }): Asked => ({
		method: 'POST',
		headers: { ...JSON_TYPE, ...headers },
		body: typeof value === 'string' ? value : JSON.stringify(value)
	});
	const asked: Record<string, [Asked, status: number, of?: Pick<LiveWorkshop, 'code'>]> = {
		'an answer': [post(good), 200],
		'an answer in parts': [{ ...post(good), body: JSON.stringify(good).split(/(?=,)/) }, 200],
		'an answer among other cookies': [post(good, { cookie: `a=b; ${cookie}; ${other}` }), 200],
		'another cookie first': [post(good, { cookie: `${other}; ${cookie}` }), 401],
		'an encoded cookie': [post(good, { cookie: cookie.replace(/.$/, '%41') }), 401],
		'no cookie': [post(good, {}), 401],
		'a closed round': [post({ ...good, round: 2 }), 409],
		'no such rung': [post({ ...good, rung: 7 }), 400],
		'a byte order mark first': [post(`\uFEFF${JSON.stringify(good)}`), 200],
		'no JSON': [post('{'), 400],
		'too much': [post(JSON.stringify(good).padEnd(2_001)), 413],
		'too much in parts': [{ ...post(''), body: Array<string>(3).fill(' '.repeat(1_000)) }, 413],
		'no such workshop': [post(good), 401, { code: '222222' }],
		'no such workshop, with its cookie': [
			post(good, { cookie: cookie.replace(workshop.code, '222222') }),
			404,
			{ code: '222222' }
		]
	};
	for (const [name, [what, status, of = workshop]] of Object.entries(asked)) {
		const [own, any] = await Promise.all(spellings(of, 'answers').map((path) => ask(base, path, what)));
		expect([own?.status, own?.text], name).toEqual([any?.status, any?.text]);
		expect(own?.status, name).toBe(status);
		expect(lasting(own?.headers ?? {}), name).toEqual(lasting(any?.headers ?? {}));
		if (!name.startsWith('an encoded')) expect(own?.headers, name).not.toHaveProperty(PASSED_BY);
		expect(any?.headers, name).toHaveProperty(PASSED_BY);
	}
});

test('a seat is given by the app’s own spelling and by any other alike', async ({
	base,
	attack: { workshop, mallory }
}) => {
	const take = (path: string, value: unknown, headers: Record<string, string> = {}) =>
		ask(base, path, {
			method: 'POST',
			headers: { ...JSON_TYPE, ...headers },
			body: JSON.stringify(value)
		});
	const seat = makeToken();
	const asked: Record<string, [value: unknown, status: number, headers?: Record<string, string>]> = {
		'a seat': [{ seat, language: 'en' }, 200],
		'the seat that one has': [{ seat: makeToken(), language: 'ar' }, 200, mallory.cookie],
		'no such language': [{ seat, language: 'xx' }, 400],
		'no token': [{ seat: 'x', language: 'en' }, 400]
	};
	for (const [name, [value, status, headers]] of Object.entries(asked)) {
		// One after the other, and once before: whoever joins changes what the next one is told.
		const [own = '', any = ''] = spellings(workshop, 'seat');
		await take(own, value, headers);
		const byOwn = await take(own, value, headers);
		const byAny = await take(any, value, headers);
		expect([byOwn.status, byOwn.text], name).toEqual([status, byAny.text]);
		expect(lasting(byOwn.headers), name).toEqual(lasting(byAny.headers));
		expect(byOwn.headers, name).not.toHaveProperty(PASSED_BY);
		expect(byOwn.headers['set-cookie']?.length ?? 0, name).toBe(status === 200 ? 1 : 0);
	}
});

test('streams from the app’s own spelling and from any other are the same', async ({
	base,
	attack: { workshop }
}) => {
	const streams = await Promise.all(
		['events', `events?pass=${(await workshop.room()).pass}`].flatMap((rest) =>
			spellings(workshop, rest).map((path) => listen(base, path))
		)
	);
	await workshop.act('close');
	const heard = await Promise.all(
		streams.map(async (stream) => [
			lasting(stream.headers),
			await stream.next(),
			await stream.until(({ statuses }) => statuses[0] === 'closed')
		])
	);
	for (const one of heard) expect(one).toEqual(heard[0]);
	for (const stream of streams) stream.close();

	const refused = await Promise.all(spellings({ code: '222222' }, 'events').map((path) => ask(base, path)));
	expect(refused.map(({ status, text }) => [status, text])).toEqual(
		Array(2).fill([404, JSON.stringify({ reason: 'unknown' })])
	);
	expect(lasting(refused[0]?.headers ?? {})).toEqual(lasting(refused[1]?.headers ?? {}));
});
