import { expect, test } from './support/attack';
import { ask, FORM_TYPE, JSON_TYPE, LiveWorkshop, makeToken } from '../support/workshop-api';

// Somebody who knows a workshop's code and means harm: see support/attack.ts.

test('lets nobody but the host lead, listen as the host does, read the report or delete', async ({
	base,
	attack: { workshop, mallory, attempt, goOn }
}) => {
	const other = await LiveWorkshop.open(base);
	const [seat = ''] = mallory.cookies.values();
	const name = `host-${workshop.code}`;
	const cookies: [who: string, cookie: string | null][] = [
		['nobody', null],
		['a participant', `seat-${workshop.code}=${seat}`],
		['a seat as a key', `${name}=${seat}`],
		['another host', `host-${other.code}=${other.key}`],
		['another’s key', `${name}=${other.key}`],
		['an invented key', `${name}=${makeToken()}`],
		['half a key', `${name}=${workshop.key.slice(0, 12)}`],
		['no key', `${name}=`],
		['what cannot be decoded', `${name}=%E0%A4%A`]
	];
	const { step } = await workshop.hostSnapshot();
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
		await attempt(`${who} opens the host’s page in Arabic`, 401, () =>
			ask(base, `/ar${workshop.path}/host`, { headers })
		);
	}
	await goOn();
});

test('lets nobody in by a link with another key, and sets no cookie', async ({
	attack: { workshop, mallory, attempt }
}) => {
	const keys = ['', 'x', makeToken(), workshop.key.toLowerCase() + 'x', '%00', '__proto__', 'a'.repeat(5000)];
	for (const key of keys)
		await attempt(`key ${key.slice(0, 30)}`, 401, async () => {
			const answer = await mallory.ask(`${workshop.path}/host?key=${key}`);
			expect(answer.headers['set-cookie']).toBeUndefined();
			return answer;
		});
});

test('lets no other site act with the host’s browser', async ({
	base,
	attack: { workshop, attempt, goOn }
}) => {
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

test('refuses steps and files of a host that do not exist', async ({
	attack: { workshop, attempt, goOn }
}) => {
	const { step } = await workshop.hostSnapshot();
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

test('counts eight presses of a host at once as one', async ({ attack: { workshop } }) => {
	const { step, at } = await workshop.hostSnapshot();
	const answers = await Promise.all(
		Array.from({ length: 8 }, () =>
			workshop.host.postJson(`${workshop.path}/host/steps`, { action: 'skip', seen: step })
		)
	);
	expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
	expect(await workshop.hostSnapshot()).toMatchObject({ step: step + 1, at: at + 1 });
});
