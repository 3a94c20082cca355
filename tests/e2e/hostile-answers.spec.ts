import { expect, test } from './support/attack';
import { FORM_TYPE, JSON_TYPE } from '../support/workshop-api';

// Somebody who knows a workshop's code and means harm: see support/attack.ts.

test('refuses answers that do not exist', async ({ attack: { workshop, mallory, attempt, goOn } }) => {
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

test('refuses answers to what is not asked now', async ({ attack: { workshop, mallory, attempt, goOn } }) => {
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

test('refuses answers in bodies that cannot be read', async ({
	attack: { workshop, mallory, attempt, goOn }
}) => {
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
	await attempt('a million, in parts', 413, () => post(Array<string>(10).fill(padded(100_000))), 'tooLarge');
	expect((await post(padded(2_000))).status).toBe(200);
	await goOn();
});

test('refuses answers with another content type or from another site', async ({
	base,
	attack: { workshop, mallory, attempt, goOn }
}) => {
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
