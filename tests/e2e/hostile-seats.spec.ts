import { readCode } from '../../src/lib/group';
import { expect, test } from './support/attack';
import { ask, JSON_TYPE, LiveWorkshop, makeToken, Visitor } from '../support/workshop-api';

// Somebody who knows a workshop's code and means harm: see support/attack.ts.

test('refuses answers of somebody without a seat, whatever their cookie says', async ({
	base,
	attack: { workshop, honest, attempt, goOn }
}) => {
	const other = await LiveWorkshop.open(base);
	const stranger = await other.seat();
	const [elsewhere = ''] = stranger.cookies.values();
	const body = JSON.stringify({ round: 1, scene: 'thin-post', rung: 1 });
	const name = `seat-${workshop.code}`;
	const [own = ''] = honest[0]?.cookies.values() ?? [];
	const cookies: [what: string, cookie: string | null][] = [
		['no cookie', null],
		['an empty one', `${name}=`],
		['an invented one', `${name}=${makeToken()}`],
		['a seat elsewhere', `${name}=${elsewhere}`],
		['the cookie of elsewhere', `seat-${other.code}=${elsewhere}`],
		['the host’s key', `${name}=${workshop.key}`],
		['the host’s cookie', `host-${workshop.code}=${workshop.key}`],
		['a seat in capitals', `${name}=${own.toUpperCase()}x`],
		['a part of a seat', `${name}=${own.slice(0, 23)}`],
		['a seat and more', `${name}=${own}a`],
		['a seat under another name', `Seat-${workshop.code}=${own}`],
		['what cannot be decoded', `${name}=%E0%A4%A`],
		['a thousand characters', `${name}=${'a'.repeat(1000)}`],
		['prototype keys', '__proto__=x; constructor=y; toString=z'],
		['what asks the database', `${name}=' or '1'='1`],
		['no sense', ';;;=;=;,,,']
	];
	for (const [what, cookie] of cookies)
		await attempt(
			what,
			401,
			() =>
				ask(base, `${workshop.path}/answers`, {
					method: 'POST',
					headers: { ...JSON_TYPE, ...(cookie === null ? {} : { cookie }) },
					body
				}),
			'noSeat'
		);
	await goOn();
});

test('gives a seat only to a request that is well made', async ({
	base,
	attack: { workshop, attempt, goOn }
}) => {
	const post = (value: unknown, path = workshop.path) => new Visitor(base).postJson(`${path}/seat`, value);
	const seats = ['', 'x', makeToken().slice(1), `${makeToken()}x`, `${makeToken().slice(1)}/`, 7, null, []];
	for (const seat of [...seats, { length: 24 }, '🧵'.repeat(12), '‮'.repeat(24)])
		await attempt(`seat ${JSON.stringify(seat)}`, 400, () => post({ seat, language: 'en' }), 'invalid');
	for (const language of ['', 'xx', 'EN', 'toString', '__proto__', null, 0, ['en']])
		await attempt(
			`language ${JSON.stringify(language)}`,
			400,
			() => post({ seat: makeToken(), language }),
			'invalid'
		);
	await attempt(
		'one field too many',
		400,
		() => post({ seat: makeToken(), language: 'en', round: 1 }),
		'invalid'
	);
	const unused = readCode(workshop.code.replace(/.$/, (last) => (last === '2' ? '3' : '2'))) ?? '';
	await attempt(
		'another code',
		404,
		() => post({ seat: makeToken(), language: 'en' }, `/w/${unused}`),
		'unknown'
	);
	await goOn();
});

test('replaces the cookie of a seat that cannot be one', async ({ base, attack: { workshop } }) => {
	for (const broken of ['x', '%E0%A4%A', 'a'.repeat(1000), '']) {
		const visitor = new Visitor(base);
		visitor.cookies.set(`seat-${workshop.code}`, broken);
		const token = makeToken();
		const { status } = await visitor.postJson(`${workshop.path}/seat`, { seat: token, language: 'en' });
		expect(status, broken).toBe(200);
		expect(visitor.cookies.get(`seat-${workshop.code}`)).toBe(token);
		expect((await workshop.answer(visitor, 'thin-post', 1)).status, broken).toBe(200);
	}
});

test('counts a seat that is taken again and again as one person', async ({ attack: { workshop } }) => {
	const token = makeToken();
	const before = (await workshop.room()).joined;
	await Promise.all(Array.from({ length: 20 }, () => workshop.seat('en', token)));
	expect((await workshop.room()).joined).toBe(before + 1);
});
