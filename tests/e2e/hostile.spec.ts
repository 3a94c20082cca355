import { createHash } from 'node:crypto';
import { readCode } from '../../src/lib/group';
import { expect, test } from './support/fixtures';
import { LIMITS } from '../../src/lib/server/security/limits';
import { expectSecure } from './support/headers';
import { startAndListen } from './support/servers';
import {
	ADDRESS_HEADER,
	ask,
	FORM_TYPE,
	JSON_TYPE,
	listen,
	LiveWorkshop,
	makeToken,
	Visitor,
	type Answer
} from './support/workshop-api';

/*
 * Somebody who knows a workshop's code and means harm. Whatever they send, the answer has the right status, nothing in
 * the workshop changes, the others go on, and the server neither fails nor tells a secret.
 */

let server: Awaited<ReturnType<typeof startAndListen>>;
let base: string;

test.beforeAll(async () => {
	server = await startAndListen({ ADDRESS_HEADER });
	base = `http://127.0.0.1:${server.port}`;
});

test.afterAll(async () => {
	expect(server.said(), 'nothing happened that the server did not expect').not.toContain('"level":"error"');
	server.child.kill('SIGTERM');
	expect(await server.ended).toBe(0);
});

/** A workshop with its first scene open, three honest people who have answered it, and somebody who means harm. */
async function underAttack() {
	const workshop = await LiveWorkshop.open(base, { title: 'Tuesday', rows: true });
	const honest = await workshop.seats(3);
	const mallory = await workshop.seat();
	await workshop.act('start');
	for (const visitor of honest) expect((await workshop.answer(visitor, 'thin-post', 2)).status).toBe(200);
	const secrets = [
		workshop.key,
		...[workshop.host, mallory, ...honest].flatMap(({ cookies }) => [...cookies.values()])
	];
	/** Everything that anybody can see of it; its version counts every change there is. */
	const look = async () => JSON.stringify([await workshop.room(), await workshop.desk()]);

	return {
		workshop,
		honest,
		mallory,
		/** Tries something that must be refused and leave no trace. */
		attempt: async (name: string, status: number, answering: () => Promise<Answer>, reason?: string) => {
			await test.step(name, async () => {
				const before = await look();
				const answer = await answering();
				expect.soft(answer.status, `${name}: ${answer.text.slice(0, 200)}`).toBe(status);
				if (reason) expect.soft(answer.text, name).toBe(JSON.stringify({ reason }));
				expectHarmless(answer, secrets);
				expect(await look(), `${name} changed something`).toBe(before);
			});
		},
		/** The others go on as if nothing had been. */
		goOn: async () => {
			for (const visitor of honest)
				expect((await workshop.answer(visitor, 'thin-post', 3)).text).toBe('{"stored":true}');
			expect((await workshop.act('close', 'reveal')).picture).toEqual({ kind: 'nearlyAll', rung: 3 });
		}
	};
}

/** No failure, no insight into the server, and no secret, not even the visitor's own. */
function expectHarmless({ status, headers, text }: Answer, secrets: readonly string[]) {
	expect(status).toBeLessThan(500);
	const everything = text + JSON.stringify(headers);
	expect(everything).not.toMatch(
		/node_modules|\.[jt]s:\d+|\bat \S+ \(|sqlite|valibot|kysely|\/home\/|\/tmp\//i
	);
	for (const secret of secrets) expect(everything).not.toContain(secret);
}

test.describe('answers', () => {
	test('that are none are refused, whoever gives them', async () => {
		const { workshop, mallory, attempt, goOn } = await underAttack();
		const rungs = [5, -1, 1.5, 1e21, '1', '', true, [], [1], {}, { rung: 1 }, 'constructor', '__proto__'];
		for (const rung of rungs)
			await attempt(
				`rung ${JSON.stringify(rung)}`,
				400,
				() => workshop.answer(mallory, 'thin-post', rung),
				'invalid'
			);
		const scenes = ['van-dealer', 'toString', '__proto__', 'constructor', 'thin-post ', 'THIN-POST', '', '0'];
		for (const scene of [...scenes, null, 0, ['thin-post'], { id: 'thin-post' }])
			await attempt(
				`scene ${JSON.stringify(scene)}`,
				400,
				() => mallory.postJson(`${workshop.path}/answers`, { round: 1, scene, rung: 1 }),
				'invalid'
			);
		for (const round of ['1', null, 1.5, [1], true, 2 ** 60])
			await attempt(
				`round ${JSON.stringify(round)}`,
				400,
				() => workshop.answer(mallory, 'thin-post', 1, round),
				'invalid'
			);
		await goOn();
	});

	test('to what is not asked now are refused', async () => {
		const { workshop, mallory, attempt, goOn } = await underAttack();
		for (const round of [0, 2, -1, Number.MAX_SAFE_INTEGER])
			await attempt(`round ${round}`, 409, () => workshop.answer(mallory, 'thin-post', 1, round), 'closed');
		await attempt('a waiting scene', 409, () => workshop.answer(mallory, 'dealer-host', 1), 'closed');
		await goOn();
		await attempt('a revealed scene', 409, () => workshop.answer(mallory, 'thin-post', 1), 'closed');
		await attempt(
			'taking an answer back from it',
			409,
			() => workshop.answer(mallory, 'thin-post', null),
			'closed'
		);
		await workshop.act('startOver', 'start');
		await attempt('a past round', 409, () => workshop.answer(mallory, 'thin-post', 1, 1), 'closed');
		expect((await workshop.answer(mallory, 'thin-post', 1, 2)).status).toBe(200);
	});

	test('in bodies that cannot be read are refused', async () => {
		const { workshop, mallory, attempt, goOn } = await underAttack();
		const post = (body: string | readonly string[], headers: Record<string, string> = JSON_TYPE) =>
			mallory.ask(`${workshop.path}/answers`, { method: 'POST', headers, body });
		const good = JSON.stringify({ round: 1, scene: 'thin-post', rung: 1 });
		const bodies = [
			'',
			'{',
			good.slice(0, -1),
			`${good}${good}`,
			'null',
			'[]',
			`[${good}]`,
			'"thin-post"',
			'NaN',
			'undefined',
			'\u0000',
			'{"round":1,"scene":"thin-post"}',
			'{"round":1,"scene":"thin-post","rung":1e999}',
			'{"round":1,"scene":"thin-post","rung":1,"seat":"x"}',
			'{"round":1,"scene":"thin-post","rung":1,"__proto__":{"rung":2}}',
			'{"round":1,"scene":"thin-post","rung":1,"toString":1}',
			'{"__proto__":{"round":1,"scene":"thin-post","rung":1}}',
			'['.repeat(1900),
			'{"a":'.repeat(380),
			'🧵'.repeat(400)
		];
		for (const body of bodies) await attempt(`body ${body.slice(0, 60)}`, 400, () => post(body), 'invalid');

		const padded = (length: number) => good.padEnd(length, ' ');
		for (const length of [2_001, 1_000_000])
			await attempt(`${length} characters`, 413, () => post(padded(length)), 'tooLarge');
		await attempt('more than was announced', 413, () => post([padded(1_500), padded(1_500)]), 'tooLarge');
		await attempt(
			'a million, in parts',
			413,
			() => post(Array<string>(10).fill(padded(100_000))),
			'tooLarge'
		);
		expect((await post(padded(2_000))).status).toBe(200);
		await goOn();
	});

	test('with another content type, or from another site, are refused', async () => {
		const { workshop, mallory, attempt, goOn } = await underAttack();
		const body = JSON.stringify({ round: 1, scene: 'thin-post', rung: 1 });
		const post = (headers: Record<string, string>) =>
			mallory.ask(`${workshop.path}/answers`, { method: 'POST', headers, body });
		const elsewhere = { origin: 'https://evil.example' };
		// What a form can send: SvelteKit refuses it from another site, and from nowhere.
		for (const type of ['text/plain', FORM_TYPE['content-type'], 'multipart/form-data; boundary=x']) {
			const headers = { 'content-type': type };
			await attempt(`${type} from elsewhere`, 403, () => post({ ...headers, ...elsewhere }));
			await attempt(`${type} from nobody`, 403, () => post(headers));
			await attempt(`${type} from here`, 400, () => post({ ...headers, origin: base }), 'invalid');
		}
		for (const type of ['text/json', 'application/x-json', 'text/plain+application/json', 'json', '*/*'])
			await attempt(type, 400, () => post({ 'content-type': type, ...elsewhere }), 'invalid');
		await attempt('no type', 400, () => post(elsewhere), 'invalid');
		// A browser asks first whether another site may send JSON, and is not told so.
		const preflight = await mallory.ask(`${workshop.path}/answers`, {
			method: 'OPTIONS',
			headers: { ...elsewhere, 'access-control-request-method': 'POST' }
		});
		expect(preflight.status).toBe(405);
		expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
		await goOn();
	});
});

test.describe('somebody without a seat', () => {
	test('cannot answer, whatever their cookie says', async () => {
		const { workshop, honest, attempt, goOn } = await underAttack();
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
			['the facilitator’s key', `${name}=${workshop.key}`],
			['the facilitator’s cookie', `host-${workshop.code}=${workshop.key}`],
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

	test('can sit down only in the way that there is', async () => {
		const { workshop, attempt, goOn } = await underAttack();
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

	test('sits down all the same where their cookie is none, which is replaced', async () => {
		const { workshop } = await underAttack();
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

	test('who repeats a seat, in whatever browser, is one person', async () => {
		const { workshop } = await underAttack();
		const token = makeToken();
		const before = (await workshop.room()).joined;
		await Promise.all(Array.from({ length: 20 }, () => workshop.seat('en', token)));
		expect((await workshop.room()).joined).toBe(before + 1);
	});
});

test.describe('somebody who is not the facilitator', () => {
	test('cannot lead, listen at the desk, read the report or delete', async () => {
		const { workshop, mallory, attempt, goOn } = await underAttack();
		const other = await LiveWorkshop.open(base);
		const [seat = ''] = mallory.cookies.values();
		const name = `host-${workshop.code}`;
		const cookies: [who: string, cookie: string | null][] = [
			['nobody', null],
			['a participant', `seat-${workshop.code}=${seat}`],
			['a seat as a key', `${name}=${seat}`],
			['another facilitator', `host-${other.code}=${other.key}`],
			['another’s key', `${name}=${other.key}`],
			['an invented key', `${name}=${makeToken()}`],
			['half a key', `${name}=${workshop.key.slice(0, 12)}`],
			['no key', `${name}=`],
			['what cannot be decoded', `${name}=%E0%A4%A`]
		];
		const { step } = await workshop.desk();
		const files = ['scenes.csv', 'room.csv', 'rows.csv', 'report.json'];
		for (const [who, cookie] of cookies) {
			const headers: Record<string, string> = cookie === null ? {} : { cookie };
			for (const action of ['close', 'startOver', 'rehearse'])
				await attempt(
					`${who} takes the step ${action}`,
					401,
					() =>
						ask(base, `${workshop.path}/host/steps`, {
							method: 'POST',
							headers: { ...JSON_TYPE, ...headers },
							body: JSON.stringify({ action, seen: step })
						}),
					'notHost'
				);
			for (const path of ['/host/events', ...files.map((file) => `/host/report/${file}`)])
				await attempt(
					`${who} asks for ${path}`,
					401,
					() => ask(base, workshop.path + path, { headers }),
					'notHost'
				);
			for (const path of ['/host', '/host/report', '/host/__data.json', '/host/report/__data.json'])
				await attempt(`${who} opens ${path}`, path.endsWith('json') ? 200 : 401, async () => {
					const answer = await ask(base, workshop.path + path, { headers });
					expect(answer.text).not.toContain('"statuses"');
					if (path.endsWith('json')) expect(answer.text).toContain('"status":401');
					return answer;
				});
			await attempt(`${who} deletes`, 401, () =>
				ask(base, `${workshop.path}/host?/delete`, {
					method: 'POST',
					headers: { ...FORM_TYPE, ...headers, origin: base },
					body: ''
				})
			);
			await attempt(`${who} opens the desk in Arabic`, 401, () =>
				ask(base, `/ar${workshop.path}/host`, { headers })
			);
		}
		await goOn();
	});

	test('is not let in by a link with another key, and given no cookie', async () => {
		const { workshop, mallory, attempt } = await underAttack();
		const keys = [
			'',
			'x',
			makeToken(),
			workshop.key.toLowerCase() + 'x',
			'%00',
			'__proto__',
			'a'.repeat(5000)
		];
		for (const key of keys)
			await attempt(`key ${key.slice(0, 30)}`, 401, async () => {
				const answer = await mallory.ask(`${workshop.path}/host?key=${key}`);
				expect(answer.headers['set-cookie']).toBeUndefined();
				return answer;
			});
	});

	test('cannot make the facilitator’s browser act from another site', async () => {
		const { workshop, attempt, goOn } = await underAttack();
		const headers = { ...workshop.host.cookie, origin: 'https://evil.example' };
		for (const type of ['text/plain', FORM_TYPE['content-type'], 'multipart/form-data; boundary=x']) {
			const from = { ...headers, 'content-type': type };
			await attempt(`deletes with ${type}`, 403, () =>
				ask(base, `${workshop.path}/host?/delete`, { method: 'POST', headers: from, body: '' })
			);
			await attempt(`takes a step with ${type}`, 403, () =>
				ask(base, `${workshop.path}/host/steps`, {
					method: 'POST',
					headers: from,
					body: '{"action":"close","seen":2}'
				})
			);
		}
		await attempt('deletes with JSON', 415, () =>
			ask(base, `${workshop.path}/host?/delete`, {
				method: 'POST',
				headers: { ...headers, ...JSON_TYPE },
				body: '{}'
			})
		);
		await attempt('an action that there is not', 404, () =>
			workshop.host.postForm(`${workshop.path}/host?/nope`)
		);
		await goOn();
	});
});

test.describe('a facilitator with a broken client', () => {
	test('is refused what makes no sense', async () => {
		const { workshop, attempt, goOn } = await underAttack();
		const { step } = await workshop.desk();
		const post = (value: unknown) => workshop.host.postJson(`${workshop.path}/host/steps`, value);
		for (const action of ['', 'delete', 'START', 'toString', '__proto__', null, 0, ['close'], {}])
			await attempt(`action ${JSON.stringify(action)}`, 400, () => post({ action, seen: step }), 'invalid');
		for (const seen of ['1', null, 1.5, [step], {}])
			await attempt(`seen ${JSON.stringify(seen)}`, 400, () => post({ action: 'close', seen }), 'invalid');
		for (const seen of [step - 1, step + 1, 0, -1, Number.MAX_SAFE_INTEGER])
			await attempt(`seen ${seen}`, 409, () => post({ action: 'close', seen }), 'stale');
		for (const action of ['start', 'reveal', 'next', 'previous', 'reopen', 'clearRehearsal', 'rehearse'])
			await attempt(`${action} now`, 400, () => post({ action, seen: step }), 'invalid');
		const report = `${workshop.path}/host/report`;
		await attempt('rows before the end', 409, () => workshop.host.ask(`${report}/rows.csv`), 'closed');
		for (const file of [
			'nope.csv',
			'SCENES.CSV',
			'__proto__',
			'..%2f..%2fpackage.json',
			'%00',
			'report.json%00'
		])
			await attempt(file, 404, () => workshop.host.ask(`${report}/${file}`), 'unknown');
		await goOn();
	});

	test('who presses twice at once, in two windows, has pressed once', async () => {
		const { workshop } = await underAttack();
		const { step, at } = await workshop.desk();
		const answers = await Promise.all(
			Array.from({ length: 8 }, () =>
				workshop.host.postJson(`${workshop.path}/host/steps`, { action: 'skip', seen: step })
			)
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
		expect(await workshop.desk()).toMatchObject({ step: step + 1, at: at + 1 });
	});
});

test.describe('somebody who guesses', () => {
	test('hears the same about every code that is not one', async () => {
		const { workshop, attempt } = await underAttack();
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

	test('too often hears little more about any code, by whatever door, and keeps nobody from the right one', async () => {
		const { workshop, honest, goOn } = await underAttack();
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

	test('in the form of the join page is told so, and led nowhere', async () => {
		const { workshop, attempt } = await underAttack();
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
});

test.describe('odd addresses', () => {
	test('that spell a code in another way lead to the workshop', async () => {
		const { workshop } = await underAttack();
		const [a, b] = [workshop.code.slice(0, 3), workshop.code.slice(3)];
		const wide = [...workshop.code]
			.map((one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0))
			.join('');
		for (const spelling of [
			workshop.code.toLowerCase(),
			`${a}-${b}`,
			`${a} ${b}`,
			`${a}.${b}`,
			` ${a}–${b} `,
			wide
		]) {
			const path = `/w/${encodeURIComponent(spelling)}`;
			const { status, text } = await ask(base, `${path}/state`);
			expect([status, (JSON.parse(text) as { snapshot: { code: string } }).snapshot.code]).toEqual([
				200,
				workshop.code
			]);
			expect(await ask(base, path)).toMatchObject({ status: 308, headers: { location: workshop.path } });
			expect(await ask(base, `/ar${path}/screen`)).toMatchObject({
				status: 308,
				headers: { location: `/ar${workshop.path}/screen` }
			});
			const join = await ask(base, `/join/${encodeURIComponent(spelling)}`);
			expect([join.status, join.headers.location]).toEqual([303, workshop.path]);
		}
	});

	test('lead nowhere else', async () => {
		const { workshop, attempt } = await underAttack();
		const { code } = workshop;
		const paths: [path: string, status: number][] = [
			['/w', 404],
			['/w/', 404],
			['/join/..', 200],
			['/join/%2e%2e', 200],
			[`/w/${code}/`, 308],
			[`/w/${code}/nope`, 404],
			[`/w//${code}/state`, 404],
			[`/w/${code}//state`, 404],
			[`/w/%2e%2e/${code}/state`, 404],
			[`/w/${code}%2fhost`, 404],
			[`/w/${code}%2fstate`, 404],
			[`/w/${code}%00/state`, 404],
			[`/w/${code}%0d%0aset-cookie:a=b/state`, 404],
			[`/w/${code}/state%00`, 404],
			[`/w/${code}/host/report/..%2f..%2f..%2f.env`, 401],
			['/w/%F0%9F%A7%B5/state', 404],
			['/w/%E0%A4%A/state', 308],
			['/w/%C0%AF/state', 308],
			[`/w/${'A'.repeat(6000)}/state`, 404],
			['/w/__proto__/state', 404],
			['/w/constructor/events', 404],
			['/w/null', 404],
			['/w/2C4D6F', 404],
			['/w/2C4D6F/screen', 404],
			[`/embed/w/${code}`, 404],
			[`/embed/w/${code}/host`, 404],
			[`/es/embed/w/${code}/host`, 404]
		];
		for (const [path, status] of paths) await attempt(path, status, () => ask(base, path));
		for (const path of ['%2F%2Fevil.example', '%5c%5cevil.example', '%0d%0aset-cookie:a=b', 'nope'])
			await attempt(`/join/${path}`, 303, async () => {
				const answer = await ask(base, `/join/${path}`);
				if (answer.status !== 303) return answer;
				const { host, pathname } = new URL(answer.headers.location ?? '', base);
				expect(host).toBe(new URL(base).host);
				expect(pathname).toMatch(/^\/(w\/.*)?$/);
				expect(answer.headers['set-cookie']).toBeUndefined();
				return answer;
			});
	});

	test('that name another host in front lead to none', async () => {
		const fronts = ['//', '///', '/\\', '/\\/', '/es//', '/%2e//', '/.//', '/embed//'];
		for (const front of fronts)
			for (const rest of [
				'evil.example/x?/default',
				'evil.example?/default',
				'evil.example/%',
				'evil.example/'
			]) {
				const { status, headers, text } = await ask(base, front + rest);
				expect(status, front + rest).toBeLessThan(500);
				expect(new URL(headers.location ?? '/', base).host, front + rest).toBe(new URL(base).host);
				for (const [, href = ''] of text.matchAll(/<a\s[^>]*href="([^"]*)"/g))
					expect(new URL(href, base).host, `${href} on ${front + rest}`).not.toBe('evil.example');
			}
	});

	test('that name a form action which every object has are not found', async () => {
		const { workshop } = await underAttack();
		const names = [...Object.getOwnPropertyNames(Object.prototype), 'nope', ''];
		for (const page of ['/join', '/es/paper', '/workshops', `${workshop.path}/host`])
			for (const name of names)
				for (const accept of ['text/html', 'application/json']) {
					const { status } = await workshop.host.ask(`${page}?/${name}`, {
						method: 'POST',
						headers: { ...FORM_TYPE, origin: base, accept },
						body: 'a=b'
					});
					expect(status, `${page}?/${name} for ${accept}`).toBe(404);
				}
	});

	test('and methods that there are not are refused', async () => {
		const { workshop, mallory, attempt, goOn } = await underAttack();
		const reading = ['/state', '/events', '/host/events', '/host/report/scenes.csv'];
		const writing = ['/seat', '/answers', '/host/steps'];
		const pages = ['', '/screen', '/host', '/host/report'];
		const asking = (method: string, path: string) =>
			mallory.ask(workshop.path + path, { method, headers: { origin: base } });
		for (const path of [...reading, ...writing])
			for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
				// A phone forgets its seat so.
				if (path === '/seat' && method === 'DELETE') continue;
				await attempt(`${method} ${path}`, 405, () => asking(method, path));
			}
		for (const path of reading) await attempt(`POST ${path}`, 405, () => asking('POST', path));
		for (const path of writing) {
			await attempt(`GET ${path}`, 405, () => asking('GET', path));
			await attempt(`HEAD ${path}`, 405, () => asking('HEAD', path));
		}
		for (const path of pages)
			for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND'])
				await attempt(`${method} page ${path}`, 405, () => asking(method, path));
		for (const path of ['', '/screen', '/host/report'])
			await attempt(`POST page ${path}`, 405, () => workshop.host.postForm(workshop.path + path));
		await attempt('TRACE', 400, () => asking('TRACE', '/state'));
		await attempt('HEAD /state', 200, () => asking('HEAD', '/state'));
		await attempt('HEAD /events', 200, () => asking('HEAD', '/events'));
		await goOn();
	});
});

const ROOM_FIELDS = [
	'answered',
	'at',
	'code',
	'groupPicture',
	'joined',
	'keptUntil',
	'keyVersion',
	'language',
	'pace',
	'pass',
	'picture',
	'rehearsal',
	'round',
	'rows',
	'scenes',
	'sealed',
	'smallestGroup',
	'stage',
	'statuses',
	'title',
	'version'
];
const HOST_FIELDS = [
	...ROOM_FIELDS,
	'advance',
	'allowed',
	'mayRehearse',
	'splits',
	'step',
	'tooFew',
	'undoes'
].sort();

test.describe('what is told', () => {
	test('has the fields that are documented, at every stage', async () => {
		const { workshop } = await underAttack();
		for (const action of ['close', 'reveal', 'next', 'end', 'startOver'] as const) {
			const desk = await workshop.act(action);
			expect(Object.keys(desk).sort()).toEqual(HOST_FIELDS);
			expect(Object.keys(await workshop.room()).sort()).toEqual(ROOM_FIELDS);
		}
	});

	test('is nothing about anybody: whoever answers what, all look alike until the reveal', async () => {
		const { workshop, honest, mallory } = await underAttack();
		const views: string[] = [];
		for (const [i, visitor] of honest.entries()) {
			await workshop.answer(visitor, 'thin-post', [4, 0, 1][i]);
			const { version, ...rest } = await workshop.desk();
			expect(version).toBeGreaterThan(0);
			views.push(JSON.stringify(rest));
		}
		expect(new Set(views).size).toBe(1);
		const everything = JSON.stringify([views, await workshop.act('close', 'reveal', 'end')]);
		for (const visitor of [mallory, ...honest])
			for (const token of visitor.cookies.values()) {
				expect(everything).not.toContain(token);
				expect(everything).not.toContain(createHash('sha256').update(token).digest('hex'));
			}
	});

	test('comes so seldom that who is quick is not seen, and of a change of mind only that something changed', async () => {
		const { workshop, honest } = await underAttack();
		const stream = await listen(base, `${workshop.path}/events`);
		const began = performance.now();
		const heard: string[] = [];
		const versions = new Set<number>();
		for (let i = 0; i < 20; i++)
			for (const visitor of honest) await workshop.answer(visitor, 'thin-post', i % 5);
		const { version: last } = await workshop.room();
		await stream.until(({ version, ...rest }) => {
			versions.add(version);
			heard.push(JSON.stringify(rest));
			return version === last;
		});
		const seconds = (performance.now() - began) / 1000;
		stream.close();
		expect(last).toBeGreaterThan(60);
		// The first, then one each quarter of a second.
		expect(versions.size).toBeLessThanOrEqual(2 + 4 * seconds);
		expect(new Set(heard).size).toBe(1);
	});

	test('about oneself, only oneself is told', async () => {
		const { workshop, honest, mallory } = await underAttack();
		const own = async (visitor: Visitor) =>
			(JSON.parse((await visitor.ask(`${workshop.path}/state`)).text) as { own: unknown }).own;
		expect(await own(honest[0] as Visitor)).toEqual({ round: 1, answers: { 'thin-post': 2 } });
		expect(await own(mallory)).toEqual({ round: 1, answers: {} });
		expect(await own(workshop.host)).toBeNull();
		expect(await own(new Visitor(base))).toBeNull();
		const page = await honest[0]?.ask(workshop.path);
		expect(page?.headers['cache-control'], 'a page with one’s answers').toBe('no-store');
	});

	test('is the same, byte by byte, to all who may hear it', async () => {
		const { workshop, honest, mallory } = await underAttack();
		const streams = await Promise.all(
			[{}, mallory.cookie, workshop.host.cookie].map((headers) =>
				listen(base, `${workshop.path}/events`, headers)
			)
		);
		await Promise.all(honest.map((visitor) => workshop.answer(visitor, 'thin-post', 4)));
		await workshop.act('close', 'reveal');
		const heard = await Promise.all(streams.map((stream) => stream.until(({ picture }) => picture !== null)));
		for (const stream of streams) stream.close();
		expect(new Set(heard).size).toBe(1);
		expect(heard[0]).toMatch(/^id: \d+\ndata: \{"version":\d+,/);
	});

	test('as a stream is neither kept, held back nor compressed', async () => {
		const { workshop } = await underAttack();
		for (const path of ['/events', '/host/events']) {
			const stream = await listen(base, workshop.path + path, {
				...workshop.host.cookie,
				'accept-encoding': 'gzip, deflate, br, zstd'
			});
			expect(stream.status).toBe(200);
			expect(stream.headers).toMatchObject({
				'content-type': 'text/event-stream; charset=utf-8',
				'cache-control': 'no-cache, no-transform',
				'x-accel-buffering': 'no'
			});
			expect(stream.headers['content-encoding']).toBeUndefined();
			expect(await stream.next()).toBe('retry: 1000');
			expect(await stream.next()).toMatch(/^id: /);
			stream.close();
		}
	});

	test('after the deletion is that it is gone, and streams have ended', async () => {
		const { workshop, honest, mallory } = await underAttack();
		const room = await listen(base, `${workshop.path}/events`);
		const desk = await listen(base, `${workshop.path}/host/events`, workshop.host.cookie);
		const deleted = await workshop.host.postForm(`${workshop.path}/host?/delete`);
		expect([deleted.status, deleted.headers.location]).toEqual([303, '/workshops?deleted']);
		expect(workshop.host.cookies.get(`host-${workshop.code}`)).toBe('');
		for (const stream of [room, desk])
			await expect(stream.until(() => false)).rejects.toThrow('the stream ended');

		const key = { cookie: `host-${workshop.code}=${workshop.key}` };
		const gone = JSON.stringify({ reason: 'gone' });
		for (const path of ['/state', '/events', '/host/events', '/host/report/scenes.csv'])
			expect(await ask(base, workshop.path + path, { headers: key })).toMatchObject({
				status: 410,
				text: gone
			});
		for (const path of ['', '/screen', '/host', '/host/report'])
			expect((await ask(base, workshop.path + path, { headers: key })).status).toBe(410);
		expect(await workshop.answer(honest[0] as Visitor, 'thin-post', 1)).toMatchObject({
			status: 410,
			text: gone
		});
		const seat = await mallory.postJson(`${workshop.path}/seat`, { seat: makeToken(), language: 'en' });
		expect(seat).toMatchObject({ status: 410, text: gone });
		expect((await new Visitor(base).postForm('/join', { code: workshop.code })).status).toBe(410);
	});

	test('in a title stays a title', async () => {
		const title = '</script><script>alert(1)</script><img src=x onerror=alert(1)>"\'';
		const workshop = await LiveWorkshop.open(base, { title });
		await workshop.act('rehearse', 'start', 'close', 'reveal');
		for (const path of ['', '/screen', '/host', '/host/report', '/host/__data.json', '/state']) {
			const { status, text, headers } = await workshop.host.ask(workshop.path + path);
			expect(status).toBe(200);
			if (String(headers['content-type']).startsWith('text/html'))
				expect(text, path).not.toMatch(/<script>alert|<img src=x/);
			else expect(headers['content-type'], path).toContain('application/json');
		}
	});
});

test.describe('secrets', () => {
	const COOKIE = /^(?<name>[\w-]+)=[\w-]{24}; (?<attributes>.*)$/;
	const cookieOf = ({ headers }: Answer) => {
		const [line = ''] = headers['set-cookie'] ?? [];
		const { name, attributes = '' } = COOKIE.exec(line)?.groups ?? {};
		return {
			name,
			attributes: attributes
				.split('; ')
				.filter((one) => !one.startsWith('Max-Age='))
				.sort()
		};
	};

	test('are cookies out of reach of scripts and other sites', async () => {
		const { workshop } = await underAttack();
		const attributes = ['HttpOnly', 'Path=/', 'SameSite=Lax'];
		const desk = await ask(base, `${workshop.path}/host?key=${workshop.key}`);
		expect(cookieOf(desk)).toEqual({ name: `host-${workshop.code}`, attributes });
		const seat = await new Visitor(base).postJson(`${workshop.path}/seat`, {
			seat: makeToken(),
			language: 'ar'
		});
		expect(cookieOf(seat)).toEqual({ name: `seat-${workshop.code}`, attributes });
	});

	test('are not kept in addresses, histories and caches', async () => {
		const { workshop } = await underAttack();
		for (const language of ['', '/ar']) {
			const { status, headers, text } = await ask(
				base,
				`${language}${workshop.path}/host?key=${workshop.key}`
			);
			expect([status, headers.location, text]).toEqual([303, `${language}${workshop.path}/host`, '']);
			expect(headers['cache-control']).toBe('no-store');
			expect(headers['referrer-policy']).toBe('no-referrer');
		}
		for (const path of [
			'/host',
			'/host/report',
			'/host/report/room.csv',
			'/host/report/report.json',
			'/state'
		]) {
			const { headers, text } = await workshop.host.ask(workshop.path + path);
			expect(headers['cache-control'], path).toBe('no-store');
			expect(text, path).not.toContain(workshop.key);
		}
		const opened = await new Visitor(base).postForm('/workshops', { title: '' });
		expect(opened.headers['cache-control']).toBe('no-store');
	});

	test('behind https travel on https alone, under names that only this host can set', async () => {
		const origin = 'https://quiz.example.org';
		const secure = await startAndListen({ ORIGIN: origin, ADDRESS_HEADER });
		const own = `http://127.0.0.1:${secure.port}`;
		const workshop = await LiveWorkshop.open(own, {}, origin);
		const attributes = ['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'];
		const desk = await ask(own, `${workshop.path}/host?key=${workshop.key}`);
		expect(cookieOf(desk)).toEqual({ name: `__Host-host-${workshop.code}`, attributes });
		const visitor = new Visitor(own, origin);
		const token = makeToken();
		const seat = await visitor.postJson(`${workshop.path}/seat`, { seat: token, language: 'en' });
		expect(cookieOf(seat)).toEqual({ name: `__Host-seat-${workshop.code}`, attributes });

		await workshop.act('start');
		expect((await workshop.answer(visitor, 'thin-post', 1)).status).toBe(200);
		const lesser = await ask(own, `${workshop.path}/state`, {
			headers: { cookie: `seat-${workshop.code}=${token}` }
		});
		expect(JSON.parse(lesser.text)).toMatchObject({ own: null });
		// A form from the address behind the proxy is from another origin.
		const form = await new Visitor(own).postForm(`${workshop.path}/host?/delete`);
		expect(form.status).toBe(403);

		const deleted = await workshop.host.postForm(`${workshop.path}/host?/delete`);
		expect(deleted.headers['set-cookie']?.[0]).toMatch(/^__Host-host-\w+=; .*Max-Age=0.*Secure/);
		secure.child.kill('SIGTERM');
		expect(await secure.ended).toBe(0);
		expect(secure.said()).not.toContain('"level":"error"');
	});
});

test('every answer about a workshop has the headers that keep a visitor safe', async () => {
	const { workshop } = await underAttack();
	const paths = [
		...['', '/screen', '/host', '/host/report', '/state', '/events', '/host/events', '/nope'],
		...['scenes.csv', 'room.csv', 'rows.csv', 'report.json'].map((file) => `/host/report/${file}`)
	].map((path) => workshop.path + path);
	for (const path of [
		...paths,
		`/ar${workshop.path}`,
		`${workshop.path}/host?key=${workshop.key}`,
		'/w/2C4D6F'
	]) {
		await test.step(path, async () => {
			for (const headers of [{}, workshop.host.cookie]) {
				const stream = await listen(base, path, headers);
				stream.close();
				expectSecure(stream.headers);
			}
		});
	}
	for (const answer of [
		await workshop.host.postForm(`${workshop.path}/host?/nope`),
		await new Visitor(base).postJson(`${workshop.path}/seat`, {}),
		await new Visitor(base).postJson(`${workshop.path}/host/steps`, {}),
		await ask(base, `${workshop.path}/answers`, { method: 'POST', headers: FORM_TYPE, body: '' })
	]) {
		expect(answer.status).toBeGreaterThanOrEqual(400);
		expectSecure(answer.headers);
	}
});

test('the files of a report are files, named after the workshop', async () => {
	const { workshop } = await underAttack();
	await workshop.act('close', 'reveal', 'end');
	for (const [file, type] of [
		['scenes.csv', 'text/csv'],
		['room.csv', 'text/csv'],
		['rows.csv', 'text/csv'],
		['report.json', 'application/json']
	] as const) {
		const { status, headers } = await workshop.host.ask(`${workshop.path}/host/report/${file}`);
		expect(status).toBe(200);
		expect(headers['content-type']).toContain(type);
		expect(headers['content-disposition']).toBe(`attachment; filename="no-strings-${workshop.code}-${file}"`);
	}
});
