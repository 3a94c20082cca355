import { createHash } from 'node:crypto';
import { expect, test } from './support/attack';
import { ask, listen, LiveWorkshop, makeToken, Visitor } from '../support/workshop-api';

// Somebody who knows a workshop's code and means harm: see support/attack.ts.

const ROOM_FIELDS = [
	'again',
	'answered',
	'at',
	'closing',
	'code',
	'comparison',
	'countdown',
	'firstRound',
	'framing',
	'groupPicture',
	'guesses',
	'guessing',
	'here',
	'joined',
	'keptUntil',
	'keyVersion',
	'language',
	'pace',
	'parts',
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

test('snapshots have the documented fields at every stage', async ({ attack: { workshop } }) => {
	for (const action of ['close', 'reveal', 'next', 'end', 'startOver'] as const) {
		const snapshot = await workshop.act(action);
		expect(Object.keys(snapshot).sort()).toEqual(HOST_FIELDS);
		expect(Object.keys(await workshop.room()).sort()).toEqual(ROOM_FIELDS);
	}
});

test('snapshots are the same whoever answered what, until the reveal', async ({
	attack: { workshop, honest, mallory }
}) => {
	const views: string[] = [];
	for (const [i, visitor] of honest.entries()) {
		await workshop.answer(visitor, 'thin-post', [4, 0, 1][i]);
		const { version, ...rest } = await workshop.hostSnapshot();
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

test('snapshots come so seldom that nobody’s pace shows, and say of a change only that there was one', async ({
	base,
	attack: { workshop, honest }
}) => {
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

test('tells nobody else about a participant’s own answers', async ({
	base,
	attack: { workshop, honest, mallory }
}) => {
	const own = async (visitor: Visitor) =>
		(JSON.parse((await visitor.ask(`${workshop.path}/state`)).text) as { own: unknown }).own;
	expect(await own(honest[0] as Visitor)).toEqual({ round: 1, answers: { 'thin-post': 2 } });
	expect(await own(mallory)).toEqual({ round: 1, answers: {} });
	expect(await own(workshop.host)).toBeNull();
	expect(await own(new Visitor(base))).toBeNull();
	const page = await honest[0]?.ask(workshop.path);
	expect(page?.headers['cache-control'], 'a page with one’s answers').toBe('no-store');
});

test('sends the same bytes to all who listen', async ({ base, attack: { workshop, honest, mallory } }) => {
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

test('streams are neither cached, buffered nor compressed', async ({ base, attack: { workshop } }) => {
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

test('ends streams after a deletion and answers that the workshop is gone', async ({
	base,
	attack: { workshop, honest, mallory }
}) => {
	const room = await listen(base, `${workshop.path}/events`);
	const host = await listen(base, `${workshop.path}/host/events`, workshop.host.cookie);
	const deleted = await workshop.host.postForm(`${workshop.path}/host?/delete`);
	expect([deleted.status, deleted.headers.location]).toEqual([303, '/workshops?deleted']);
	expect(workshop.host.cookies.get(`host-${workshop.code}`)).toBe('');
	for (const stream of [room, host])
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

test('keeps markup in a title a title', async ({ base }) => {
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

test('sends the files of a report as files named after the workshop', async ({ attack: { workshop } }) => {
	await workshop.act('close', 'reveal', 'end');
	for (const [file, type] of [
		['scenes.csv', 'text/csv'],
		['room.csv', 'text/csv'],
		['rows.csv', 'text/csv'],
		['rows-semicolons.csv', 'text/csv'],
		['report.json', 'application/json']
	] as const) {
		const { status, headers } = await workshop.host.ask(`${workshop.path}/host/report/${file}`);
		expect(status).toBe(200);
		expect(headers['content-type']).toContain(type);
		expect(headers['content-disposition']).toBe(`attachment; filename="no-strings-${workshop.code}-${file}"`);
	}
});
