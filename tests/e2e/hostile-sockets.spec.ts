import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from './support/attack';
import { ask, FORM_TYPE } from '../support/workshop-api';

// What no client library sends. The fixture expects that the server met nothing unexpected: see support/attack.ts.

const open = async (base: string) => {
	const { port, hostname } = new URL(base);
	const socket = connect(Number(port), hostname);
	await once(socket, 'connect');
	return socket;
};

test('takes a client that leaves in the middle of a form for one that has left', async ({ base }) => {
	for (const path of ['/workshops', '/paper', '/join', '/es/join'])
		for (const type of [FORM_TYPE['content-type'], 'multipart/form-data; boundary=x']) {
			const socket = await open(base);
			const head = `POST ${path} HTTP/1.1\r\nhost: ${new URL(base).host}\r\norigin: ${base}\r\n`;
			socket.write(`${head}content-type: ${type}\r\ncontent-length: 1000\r\n\r\n--x\r\ntitle=Tues`);
			// The page is asked for on another connection, so that the form has reached the action by then.
			expect((await ask(base, path)).status).toBe(200);
			socket.resetAndDestroy();
			await once(socket, 'close');
		}
	expect((await ask(base, '/healthz')).status).toBe(200);
});

test('answers an address in absolute form as the path in it', async ({ base }) => {
	for (const [target, status] of [
		[`${base}/healthz`, 200],
		[`${base}/quiz/full`, 200],
		[`${base}/favicon.svg`, 200],
		[`${base}/nope`, 404]
	] as const) {
		const socket = await open(base);
		socket.write(`GET ${target} HTTP/1.1\r\nhost: elsewhere.example\r\nconnection: close\r\n\r\n`);
		const answer = await text(socket);
		expect(answer, target).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
		expect(answer).not.toContain('elsewhere.example');
	}
});

test('sends a whole file where a range makes no sense, and the part of one that does', async ({ base }) => {
	const whole = (await ask(base, '/favicon.svg')).text.length;
	for (const [range, status, length] of [
		['bytes=5-1', 200, whole],
		['bytes=-5', 200, whole],
		['bytes=x', 200, whole],
		['bytes=0-3', 206, 4],
		[`bytes=${whole - 1}-`, 206, 1],
		[`bytes=${whole}-`, 416, 0]
	] as const) {
		const answer = await ask(base, '/favicon.svg', { headers: { range } });
		expect([answer.status, answer.text.length], range).toEqual([status, length]);
	}
});

test('lets no host name break out of what others show of ours', async ({ base }) => {
	const host = 'a"onload="alert(1)';
	const page = encodeURIComponent(`http://${host}/quiz/full`);
	const { status, text } = await ask(base, `/oembed?url=${page}`, { headers: { host } });
	expect(status).toBe(200);
	const { html } = JSON.parse(text) as { html: string };
	expect(html).toMatch(
		/^<iframe src="http:\/\/a&#34;onload=&#34;alert\(1\)\/embed\/quiz\/full" title="[^"<>]+" width="\d+"/
	);
});
