import { LIMITS } from '../../src/lib/server/security/limits';
import { expect, test } from './support/attack';
import {
	ADDRESS_HEADER,
	ask,
	FORM_TYPE,
	JSON_TYPE,
	makeToken,
	Visitor,
	type Answer
} from '../support/workshop-api';

// Somebody who knows a workshop's code and means harm: see support/attack.ts.

test('answers every wrong code alike', async ({ base, attack: { workshop, attempt } }) => {
	const alphabet = '23456789CDFHJKMNPQRTVWX';
	const guesses = Array.from({ length: 200 }, (_, n) =>
		Array.from({ length: 6 }, (__, i) => alphabet[(n * (i + 3) + i * 7) % alphabet.length]).join('')
	).filter((code) => code !== workshop.code);
	await attempt('200 codes', 404, async () => {
		const answers = await Promise.all(guesses.map((code) => ask(base, `/w/${code}/state`)));
		expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
			new Set(['404 {"reason":"unknown"}'])
		);
		return answers[0] as Answer;
	});
	const ends = ['/state', '/events', '/host/events', '/host/report/scenes.csv'];
	for (const end of ends) await attempt(end, 404, () => ask(base, `/w/${guesses[0]}${end}`), 'unknown');
	for (const page of ['', '/screen', '/host', '/host/report', `/host?key=${workshop.key}`])
		await attempt(`page ${page}`, 404, () => ask(base, `/w/${guesses[0]}${page}`));
});

test('answers little to somebody who has guessed too often, by whatever door, and lets everybody else in', async ({
	base,
	attack: { workshop, honest, goOn }
}) => {
	const from = { [ADDRESS_HEADER]: 'mallory' };
	const guess = (n: number) =>
		`/w/2C4D${String(n).replaceAll('0', 'C').replaceAll('1', 'D').padStart(2, '7')}`;
	const answer = (path: string, cookie: string) =>
		ask(base, `${path}/answers`, {
			method: 'POST',
			headers: { ...JSON_TYPE, ...from, cookie },
			body: '{"round":1,"scene":"thin-post","rung":1}'
		});
	const invented = (path: string, kind: string) => `${kind}-${path.slice(3)}=${makeToken()}`;
	const doors: ((path: string) => Promise<Answer>)[] = [
		(path) => ask(base, `${path}/state`, { headers: from }),
		(path) => ask(base, `${path}/events`, { headers: from }),
		(path) => ask(base, path, { headers: from }),
		(path) => ask(base, `${path}/screen`, { headers: from }),
		(path) => ask(base, `${path}/host`, { headers: from }),
		(path) => ask(base, `${path}/host?key=${makeToken()}`, { headers: from }),
		(path) => ask(base, `${path}/host/events`, { headers: from }),
		(path) => ask(base, `${path}/host/report`, { headers: from }),
		(path) => ask(base, `${path}/host/report/room.csv`, { headers: from }),
		(path) =>
			ask(base, `${path}/host/steps`, {
				method: 'POST',
				headers: { ...JSON_TYPE, ...from, cookie: invented(path, 'host') },
				body: '{"action":"close","seen":1}'
			}),
		(path) =>
			ask(base, `${path}/host?/delete`, {
				method: 'POST',
				headers: { ...FORM_TYPE, ...from, origin: base },
				body: ''
			}),
		(path) =>
			ask(base, `${path}/seat`, {
				method: 'POST',
				headers: { ...JSON_TYPE, ...from },
				body: JSON.stringify({ seat: makeToken(), language: 'en' })
			}),
		(path) => answer(path, invented(path, 'seat')),
		(path) =>
			ask(base, '/join', {
				method: 'POST',
				headers: { ...FORM_TYPE, ...from, origin: base, accept: 'text/html' },
				body: `code=${path.slice(3)}`
			})
	];
	for (let n = 0; n < LIMITS.wrongCodes.points; n++) {
		const door = doors[n % doors.length] as (path: string) => Promise<Answer>;
		expect((await door(guess(n % 90))).status, `door ${n % doors.length}`).toBe(404);
	}
	const slowly = Array.from({ length: LIMITS.wrongCodes.slowed.points }, (_, n) =>
		ask(base, `${guess(n)}/state`, { headers: from })
	);
	expect((await Promise.all(slowly)).map(({ status }) => status)).toEqual(slowly.map(() => 404));
	for (const [n, door] of doors.entries())
		for (const path of [guess(99), workshop.path]) {
			const { status, headers } = await door(path);
			expect(status, `door ${n}, ${path}`).toBe(429);
			if (path.endsWith('/state')) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
		}

	// Under the same address: who has the join link or the host's, is in the room or leads, and nobody else.
	const { pass } = await workshop.room();
	const wrongPass = pass.startsWith('0') ? `1${pass.slice(1)}` : `0${pass.slice(1)}`;
	const scanned = await ask(base, `/join/${workshop.code}/${pass}`, { headers: from });
	expect(scanned).toMatchObject({ status: 303, headers: { location: `${workshop.path}?pass=${pass}` } });
	for (const end of ['', '/screen', '/state']) {
		const at = (pass: string) => ask(base, `${workshop.path}${end}?pass=${pass}`, { headers: from });
		expect((await at(pass)).status, end).toBe(200);
		expect((await at(wrongPass)).status, end).toBe(429);
	}
	const seated = await ask(base, `${workshop.path}/seat?pass=${pass}`, {
		method: 'POST',
		headers: { ...JSON_TYPE, ...from },
		body: JSON.stringify({ seat: makeToken(), language: 'en' })
	});
	expect(seated.status).toBe(200);
	const link = await ask(base, `${workshop.path}/host?key=${workshop.key}`, { headers: from });
	expect(link.status).toBe(303);
	const inside = { ...from, ...honest[0]?.cookie };
	expect((await ask(base, `${workshop.path}/state`, { headers: inside })).status).toBe(200);
	expect((await ask(base, workshop.path, { headers: inside })).status).toBe(200);
	expect((await answer(workshop.path, String(honest[0]?.cookie['cookie']))).status).toBe(200);
	const leading = { ...from, ...workshop.host.cookie };
	for (const path of ['/host', '/host/report', '/host/report/room.csv', '/state'])
		expect((await ask(base, workshop.path + path, { headers: leading })).status).toBe(200);
	await goOn();
});

test('refuses codes on the join page that cannot be one, and redirects nowhere', async ({
	base,
	attack: { workshop, attempt }
}) => {
	const post = (code: string) => new Visitor(base).postForm('/join', { code });
	for (const code of ['', ' ', 'x', '234567x', '//evil.example', '../..', '🧵', 'a'.repeat(100_000)])
		await attempt(`code ${code.slice(0, 20)}`, 400, () => post(code));
	await attempt('a code of nothing', 404, () => post('2C4D6F'));
	await attempt('half a form', 400, () =>
		ask(base, '/join', {
			method: 'POST',
			headers: { 'content-type': 'multipart/form-data; boundary=x', origin: base, accept: 'text/html' },
			body: '--x\r\nnonsense'
		})
	);
	await attempt('a form of two million characters', 413, () => post('a'.repeat(2_000_000)));
	await attempt('no form', 415, () => new Visitor(base).postJson('/join', { code: workshop.code }));
	const right = await post(workshop.code.toLowerCase());
	const { pass } = await workshop.room();
	expect([right.status, right.headers.location]).toEqual([303, `${workshop.path}?pass=${pass}`]);
});
