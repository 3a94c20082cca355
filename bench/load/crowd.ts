import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { quantile } from '../lib/numbers.ts';
import { addressOf } from '../lib/server.ts';
import { inWaves, listen } from './streams.ts';

/** What a crowd measures. Times in ms. */
export type CrowdReport = {
	people: number;
	joinsPerSecond: number;
	/** From the host's step to a participant, over five steps; `last` is the median of the last of each. */
	step: { p50: number; p95: number; p99: number; last: number };
	/** From an answer to its acknowledgement, when everybody answers within two seconds. */
	answer: { p50: number; p95: number; p99: number; perSecond: number };
	/** Answers without pause from a few hundred people at once: while everybody listens, and while nobody does. */
	sustained: { perSecond: number; answers: number };
	alone: { perSecond: number; answers: number };
	/** From cutting all connections until the last participant has heard something again. */
	reconnected: number;
	errors: number;
	/** Answers that were acknowledged, and answers that the workshop counts. */
	acknowledged: number;
	counted: number;
};

/** Moments at which the server is looked at: what happens between two of them is what was measured. */
export type Phase = 'joined' | 'listening' | 'sustained' | 'sustained:end' | 'alone' | 'alone:end';

const SUSTAINED_MS = 3000;

/** Steps of a host, and the status of the first scene by which a participant knows each. */
const STEPS = [
	['start', 'open'],
	['close', 'closed'],
	['reopen', 'open'],
	['close', 'closed'],
	['reopen', 'open']
] as const;

const QUIET_MS = 500;

const agent = new Agent({ keepAlive: true, maxSockets: 512 });

/** What a bench reads of a host's snapshot. */
type HostView = { step: number; scenes: string[]; round: number };

type Reply = { status: number; text: string; cookies: string[] };

function send(
	port: number,
	method: string,
	path: string,
	headers: Record<string, string>,
	body?: string
): Promise<Reply> {
	return new Promise((resolve, reject) => {
		const sent = request({ host: '127.0.0.1', port, method, path, headers, agent }, (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, text, cookies: response.headers['set-cookie'] ?? [] })
			);
			response.on('error', reject);
		});
		sent.on('error', (error: NodeJS.ErrnoException) => {
			// The server closed a line that had been idle. Browsers send such a request again, and so do we.
			if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(send(port, method, path, headers, body));
			else reject(error);
		});
		sent.end(body);
	});
}

const JSON_BODY = { 'content-type': 'application/json' };

const from = (person: number) => ({ 'x-forwarded-for': addressOf(person) });

const cookieOf = ({ cookies }: Reply) => (cookies[0] ?? '').split(';')[0] ?? '';

/** Opens a led workshop of ten scenes through the form, as a host does. */
export async function openWorkshop(port: number, { visitor = 0, rows = false } = {}) {
	const form = new URLSearchParams({
		title: 'Load',
		language: 'en',
		scenes: 'short',
		pace: 'led',
		smallestGroup: '5',
		keepDays: '1',
		...(rows ? { rows: 'on' } : {})
	});
	const opened = await send(
		port,
		'POST',
		'/workshops',
		{
			'content-type': 'application/x-www-form-urlencoded',
			origin: `http://127.0.0.1:${port}`,
			...from(visitor)
		},
		form.toString()
	);
	const [, code = '', key = ''] = /\/w\/(\w{6})\/host\?key=([\w-]+)/.exec(opened.text) ?? [];
	if (!key) throw new Error(`no workshop was opened: ${opened.status}`);
	const host = cookieOf(await send(port, 'GET', `/w/${code}/host?key=${key}`, {}));
	return { code, host };
}

export async function step(
	port: number,
	{ code, host }: { code: string; host: string },
	action: string,
	seen: number
) {
	const reply = await send(
		port,
		'POST',
		`/w/${code}/host/steps`,
		{ ...JSON_BODY, cookie: host },
		JSON.stringify({ action, seen })
	);
	if (reply.status !== 200) throw new Error(`${action} answered ${reply.status}: ${reply.text}`);
	return JSON.parse(reply.text) as { snapshot: HostView };
}

/** One workshop of so many people: they join, listen, answer within two seconds when a scene opens. */
export async function runCrowd(
	port: number,
	people: number,
	/** Somebody wants to look at the server at this moment. */
	reached: (phase: Phase) => Promise<void>
): Promise<CrowdReport> {
	const workshop = await openWorkshop(port);
	const { code } = workshop;
	let errors = 0;
	const began = performance.now();
	const seats = await inWaves(people, async (person) => {
		const body = JSON.stringify({ seat: randomBytes(18).toString('base64url'), language: 'en' });
		const reply = await send(port, 'POST', `/w/${code}/seat`, { ...JSON_BODY, ...from(person) }, body);
		if (reply.status !== 200) errors++;
		return cookieOf(reply);
	});
	const joinsPerSecond = (1000 * people) / (performance.now() - began);

	await reached('joined');
	let awaited = '';
	let heardAt: number[] = [];
	let everybodyHeard: () => void = () => undefined;
	const heard = (message: string) => {
		if (!message.includes(awaited)) return;
		heardAt.push(performance.now());
		if (heardAt.length === people) everybodyHeard();
	};
	const streams = await inWaves(people, (person) => listen(port, `/w/${code}/events`, heard, from(person)));

	await reached('listening');
	const lasts: number[] = [];
	let delays: number[] = [];
	let snapshot: HostView = { step: 1, scenes: [], round: 1 };
	for (const [action, status] of STEPS) {
		// As in a hall, nothing else happens for a moment before a host's step.
		await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
		awaited = `"statuses":["${status}"`;
		heardAt = [];
		const allHeard = new Promise<void>((resolve) => (everybodyHeard = resolve));
		const stepped = performance.now();
		({ snapshot } = await step(port, workshop, action, snapshot.step));
		await allHeard;
		delays = heardAt.map((at) => at - stepped);
		lasts.push(Math.max(...delays));
	}

	const scene = snapshot.scenes[0] as string;
	const answer = async (person: number, rung: number) => {
		const begin = performance.now();
		const body = JSON.stringify({ round: snapshot.round, scene, rung });
		const reply = await send(
			port,
			'POST',
			`/w/${code}/answers`,
			{ ...JSON_BODY, cookie: seats[person] ?? '' },
			body
		);
		if (reply.status !== 200) errors++;
		return { ok: reply.status === 200, took: performance.now() - begin };
	};
	const answersBegan = performance.now();
	const answers = await Promise.all(
		seats.map(async (_, person) => {
			await new Promise((resolve) => setTimeout(resolve, (person / people) * 2000));
			return answer(person, person % 5);
		})
	);
	const answeredIn = performance.now() - answersBegan;
	const took = answers.map((one) => one.took);

	const withoutPause = async (name: 'sustained' | 'alone') => {
		await reached(name);
		const result = await sustain(people, async (person, rung) => (await answer(person, rung)).ok);
		await reached(`${name}:end`);
		return result;
	};
	const sustained = await withoutPause('sustained');

	for (const stream of streams) stream.destroy();
	const cut = performance.now();
	let lost = people;
	let everybodyIsBack: () => void = () => undefined;
	const back = new Promise<void>((resolve) => (everybodyIsBack = resolve));
	const again = await inWaves(people, (person) => {
		let heard = false;
		const hear = () => {
			if (heard) return;
			heard = true;
			if (--lost === 0) everybodyIsBack();
		};
		return listen(port, `/w/${code}/events`, hear, from(person));
	});
	await back;
	const reconnected = performance.now() - cut;
	for (const stream of again) stream.destroy();

	const alone = await withoutPause('alone');

	const state = await send(port, 'GET', `/w/${code}/state`, {});
	const { snapshot: now } = JSON.parse(state.text) as { snapshot: { answered: number } };
	return {
		people,
		joinsPerSecond,
		step: {
			p50: quantile(delays, 0.5),
			p95: quantile(delays, 0.95),
			p99: quantile(delays, 0.99),
			last: quantile(lasts, 0.5)
		},
		answer: {
			p50: quantile(took, 0.5),
			p95: quantile(took, 0.95),
			p99: quantile(took, 0.99),
			perSecond: (1000 * people) / answeredIn
		},
		sustained,
		alone,
		reconnected,
		errors,
		acknowledged: answers.filter(({ ok }) => ok).length,
		counted: now.answered
	};
}

/** Some hundreds answer again and again, each as soon as the last answer is acknowledged. */
async function sustain(people: number, answer: (person: number, rung: number) => Promise<boolean>) {
	const until = performance.now() + SUSTAINED_MS;
	let answers = 0;
	await Promise.all(
		Array.from({ length: Math.min(people, 400) }, async (_, person) => {
			while (performance.now() < until) if (await answer(person, answers % 5)) answers++;
		})
	);
	return { perSecond: (1000 * answers) / SUSTAINED_MS, answers };
}

/** The answers of a crowd to a server that knows nothing but how to store them. */
export function runAnswerFloor(port: number, people: number) {
	return sustain(people, async (person, rung) => {
		const headers = { ...JSON_BODY, cookie: `seat-FLOOR1=${String(person).padStart(24, '0')}` };
		const body = JSON.stringify({ round: 1, scene: 'thin-post', rung });
		return (await send(port, 'POST', '/w/FLOOR1/answers', headers, body)).status === 200;
	});
}

/** Many small workshops at once: in each, a step and an answer from everybody. */
export async function runWorkshops(
	port: number,
	count: number,
	people: number,
	reached: (phase: 'started' | 'answered') => Promise<void>
) {
	const open = await inWaves(count, (i) => openWorkshop(port, { visitor: i }), 16);
	const workshops = await inWaves(
		count,
		async (i) => {
			const workshop = open[i] as Awaited<ReturnType<typeof openWorkshop>>;
			const seats = await inWaves(people, async (person) => {
				const body = JSON.stringify({ seat: randomBytes(18).toString('base64url'), language: 'en' });
				return cookieOf(
					await send(
						port,
						'POST',
						`/w/${workshop.code}/seat`,
						{ ...JSON_BODY, ...from(i * people + person) },
						body
					)
				);
			});
			return { workshop, seats };
		},
		32
	);
	const delays: number[] = [];
	let stepped = Infinity;
	const streams = await inWaves(count * people, (n) => {
		let heard = false;
		const { workshop } = workshops[Math.floor(n / people)] as (typeof workshops)[number];
		const hear = (message: string) => {
			if (heard || !message.includes('"statuses":["open"')) return;
			heard = true;
			delays.push(performance.now() - stepped);
		};
		return listen(port, `/w/${workshop.code}/events`, hear, from(n));
	});
	await reached('started');
	stepped = performance.now();
	const steps = await Promise.all(workshops.map(({ workshop }) => step(port, workshop, 'start', 1)));
	const took: number[] = [];
	let errors = 0;
	await Promise.all(
		workshops.flatMap(({ workshop, seats }, i) =>
			seats.map(async (cookie, person) => {
				await new Promise((resolve) => setTimeout(resolve, (person / people) * 2000));
				const { round, scenes } = (steps[i] as (typeof steps)[number]).snapshot;
				const begin = performance.now();
				const body = JSON.stringify({ round, scene: scenes[0], rung: person % 5 });
				const reply = await send(port, 'POST', `/w/${workshop.code}/answers`, { ...JSON_BODY, cookie }, body);
				if (reply.status !== 200) errors++;
				took.push(performance.now() - begin);
			})
		)
	);
	await reached('answered');
	for (const stream of streams) stream.destroy();
	return {
		step: { p50: quantile(delays, 0.5), p99: quantile(delays, 0.99), heard: delays.length },
		answer: { p50: quantile(took, 0.5), p95: quantile(took, 0.95) },
		errors
	};
}
