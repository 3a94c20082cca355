import { expect, test } from './support/attack';
import { ask, FORM_TYPE } from '../support/workshop-api';

// Somebody who knows a workshop's code and means harm: see support/attack.ts.

test('redirects codes in other spellings to the workshop', async ({ base, attack: { workshop } }) => {
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

test('leads from odd addresses nowhere else', async ({ base, attack: { workshop, attempt } }) => {
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
		// Read as a link that was pasted, and led to the workshop's own page.
		[`/w/${code}%2fhost`, 308],
		[`/w/${code}%2fstate`, 308],
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

test('redirects and links to no other host that an address names', async ({ base }) => {
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

test('finds no form action in what every object has', async ({ base, attack: { workshop } }) => {
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

test('refuses methods that an address does not have', async ({
	base,
	attack: { workshop, mallory, attempt, goOn }
}) => {
	const reading = ['/state', '/events', '/host/events', '/host/report/scenes.csv'];
	const writing = ['/seat', '/answers', '/host/steps'];
	const pages = ['', '/screen', '/host', '/host/report'];
	const asking = (method: string, path: string) =>
		mallory.ask(workshop.path + path, { method, headers: { origin: base } });
	for (const path of [...reading, ...writing])
		for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
			// A participant's page forgets its seat so.
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
