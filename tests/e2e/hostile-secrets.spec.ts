import { expect, test } from './support/attack';
import { expectSecure } from './support/headers';
import { startServer } from '../support/server';
import {
	ask,
	FORM_TYPE,
	listen,
	LiveWorkshop,
	makeToken,
	Visitor,
	type Answer
} from '../support/workshop-api';

// Somebody who knows a workshop's code and means harm: see support/attack.ts.

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

test('keeps secrets in cookies out of reach of scripts and other sites', async ({
	base,
	attack: { workshop }
}) => {
	const attributes = ['HttpOnly', 'Path=/', 'SameSite=Lax'];
	const page = await ask(base, `${workshop.path}/host?key=${workshop.key}`);
	expect(cookieOf(page)).toEqual({ name: `host-${workshop.code}`, attributes });
	const seat = await new Visitor(base).postJson(`${workshop.path}/seat`, {
		seat: makeToken(),
		language: 'ar'
	});
	expect(cookieOf(seat)).toEqual({ name: `seat-${workshop.code}`, attributes });
});

test('keeps secrets out of addresses, histories and caches', async ({ base, attack: { workshop } }) => {
	for (const language of ['', '/ar']) {
		const { status, headers, text } = await ask(base, `${language}${workshop.path}/host?key=${workshop.key}`);
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

test('sends secrets behind https on https alone, under names that only this site can set', async () => {
	const origin = 'https://quiz.example.org';
	const secure = await startServer({ ORIGIN: origin });
	const own = secure.base;
	const workshop = await LiveWorkshop.open(own, {}, origin);
	const attributes = ['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'];
	const page = await ask(own, `${workshop.path}/host?key=${workshop.key}`);
	expect(cookieOf(page)).toEqual({ name: `__Host-host-${workshop.code}`, attributes });
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
	expect(await secure.stop('SIGTERM')).toMatchObject({ code: 0 });
	expect(secure.said() + secure.logged()).not.toContain('"level":"error"');
});

test('gives every answer about a workshop the headers that keep a visitor safe', async ({
	base,
	attack: { workshop }
}) => {
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
