import { connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { CODE } from '../support/runs';
import { ask, LiveWorkshop } from '../support/workshop-api';
import { Lot } from './support/random';
import { OWN_FROM, randomRequest, writtenScenes, type RandomRequest } from './support/random-request';
import { endServers, startServer, type TestServer } from '../support/server';
import { statusOf } from './support/waiting';

const REQUESTS = Number(process.env['RANDOM_REQUESTS'] ?? 20_000);
const SEED = Number(process.env['RANDOM_SEED'] ?? 1);
const AT_ONCE = 8;
/** So many requests, between which memory is looked at. */
const STRETCH = REQUESTS / 20;
const CANARY = 'canarybird';
const METRICS_TOKEN = 'only-for-this-very-test';

/** Without a bound Node lets garbage lie about, and nobody would see whether it is garbage. */
const HEAP = '--max-old-space-size=256';

/** What nothing but a leak could take, in bytes. */
const MUCH = 32 * 2 ** 20;

/** How long an answer is waited for, in ms. */
const PATIENCE_MS = 30_000;

afterEach(endServers);

/** Sends a request and reads its answer to the end, unless it has none. */
function send({ port }: TestServer, { bytes, hangsUp }: RandomRequest): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, '127.0.0.1').setEncoding('latin1');
		let answer = '';
		socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('no answer')));
		socket.on('data', (text) => {
			if (answer.length < 2_000) answer += String(text);
			if (/^content-type: text\/event-stream/im.test(answer)) socket.destroy();
		});
		// A server may hang up in the middle of what it does not want to read.
		socket.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
		});
		socket.on('close', () => resolve(answer));
		socket.write(bytes, 'latin1');
		if (hangsUp) socket.end();
	});
}

async function figure({ base }: TestServer, name: string): Promise<number> {
	const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
	const { text } = await ask(base, '/metrics', { headers });
	return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}

/** Three people answer the scene at hand; the host shows it, ends and asks again. */
async function beginSecondRound(workshop: LiveWorkshop): Promise<void> {
	for (const [i, visitor] of (await workshop.seats(3)).entries())
		expect((await workshop.answer(visitor, 'thin-post', i)).status).toBe(200);
	await workshop.act('closeAndReveal', 'unfold', 'end', 'secondRound', 'start');
}

const OWN = writtenScenes(CANARY);

/** Three people answer the host's own scene and guess; the host shows it and asks again. */
async function askOwnAgain(workshop: LiveWorkshop): Promise<void> {
	for (const visitor of await workshop.seats(3)) {
		expect((await workshop.answer(visitor, 'own-late', 4)).status).toBe(200);
		expect((await workshop.answer(visitor, 'own-late', 0, 1, 'guess')).status).toBe(200);
	}
	await workshop.act('closeAndReveal', 'askAgain');
}

it(
	`${REQUESTS} random requests bring no failure, no growth, and nothing into the log`,
	{ timeout: REQUESTS * 60 },
	async () => {
		const server = await startServer({ METRICS_TOKEN, LOG_LEVEL: 'info', NODE_OPTIONS: HEAP });
		const workshops = await Promise.all(
			Array.from({ length: 7 }, (_, i) =>
				LiveWorkshop.open(server.base, {
					guessing: true,
					...(i >= OWN_FROM && { own: OWN, scenes: ['own-late', 'thin-post', 'own-tea'] })
				})
			)
		);
		const people = await Promise.all(workshops.map((workshop) => workshop.seat()));
		for (const workshop of workshops) await workshop.act('start');
		for (const workshop of workshops.slice(0, 2)) await beginSecondRound(workshop);
		await askOwnAgain(workshops[OWN_FROM] as LiveWorkshop);
		const secrets = [
			...[CANARY, METRICS_TOKEN, CODE],
			...workshops.flatMap(({ code, key }) => [code, key]),
			...people.flatMap(({ cookies }) => [...cookies.values()])
		];
		const lot = new Lot(SEED);
		const addresses = Array.from({ length: 200 }, (_, i) => `192.0.2.${i}`);
		const material = {
			host: `127.0.0.1:${server.port}`,
			workshops,
			people,
			addresses,
			canary: CANARY
		};

		const statuses: Record<string, number> = {};
		const failures: string[] = [];
		let left = REQUESTS;
		async function keepSending(until: number): Promise<void> {
			while (left > until) {
				left--;
				const request = randomRequest(lot, material);
				const answer = await send(server, request);
				const status = /^(?:HTTP\/1\.1 100 Continue\r\n\r\n)?HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'none';
				const outcomes = [status, ...(request.about ? [`${request.about} ${status}`] : [])];
				for (const outcome of outcomes) statuses[outcome] = (statuses[outcome] ?? 0) + 1;
				// oEmbed wants 501 for formats that are not offered.
				if (status.startsWith('5') && !(status === '501' && request.bytes.includes('oembed')))
					failures.push(`${request.bytes.slice(0, 600)}\n=> ${answer.slice(0, 600)}`);
			}
		}
		const heap: number[] = [];
		while (left > 0) {
			const until = Math.max(0, left - STRETCH);
			await Promise.all(Array.from({ length: AT_ONCE }, () => keepSending(until)));
			heap.push(await figure(server, 'nodejs_heap_size_used_bytes'));
		}

		expect(failures).toEqual([]);
		expect(server.alive()).toBe(true);
		expect(await statusOf(server.base, '/readyz')).toBe(200);
		// They went everywhere: through, astray, and against each kind of door.
		const everywhere = [
			...['200', '303', '308', '400', '401', '403', '404', '405', '409', '413'],
			...['opening 200', 'opening 400', 'own scenes 200', 'own once 200', 'own again 200', 'own guess 200']
		];
		expect(Object.keys(statuses)).toEqual(expect.arrayContaining(everywhere));
		// Right after a collection there is least: growth is what even that has.
		const [early, late] = [heap.slice(4, 9), heap.slice(-5)].map((some) => Math.min(...some));
		expect(late, heap.join(' ')).toBeLessThan((early ?? 0) + MUCH);
		const log = server.logged();
		expect(log).toContain('"msg":"request"');
		expect(log).not.toMatch(/"level":"(warn|error)"|192\.0\.2\./);
		for (const secret of secrets) expect(log.includes(secret), secret).toBe(false);
	}
);
