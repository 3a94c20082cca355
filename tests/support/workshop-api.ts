import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { Asking } from '../../src/lib/group';
import type { HostAction, HostSnapshot, SharedSnapshot } from '../../src/lib/protocol';
import type { OwnScene } from '../../src/lib/own-scenes';
import type { Language, SceneId } from '../../src/lib/questions';
import { fileOf } from './own-scenes';

/*
 * A workshop over HTTP alone, letter by letter: no browser tidies addresses, methods, headers or cookies on the way.
 */

export type Asked = {
	method?: string;
	headers?: Record<string, string>;
	/** Text goes with its length, parts go without. */
	body?: string | readonly string[];
};
export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

export const JSON_TYPE = { 'content-type': 'application/json' };
export const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

/** Each request comes from elsewhere to a server that reads addresses here, so that only who wants to meets limits. */
export const ADDRESS_HEADER = 'x-test-address';

function send(base: string, path: string, { method = 'GET', headers = {}, body }: Asked) {
	const { hostname, port } = new URL(base);
	const length: Record<string, string> =
		typeof body === 'string' ? { 'content-length': String(Buffer.byteLength(body)) } : {};
	const sent = request({
		hostname,
		port,
		path,
		method,
		// The server then reads a body to its end even where it has answered already.
		headers: { connection: 'keep-alive', [ADDRESS_HEADER]: randomUUID(), ...length, ...headers },
		agent: false
	});
	for (const part of typeof body === 'string' ? [body] : (body ?? [])) sent.write(part);
	return sent.end();
}

/** Asks, and reads the answer to its end. */
export async function ask(base: string, path: string, asked: Asked = {}): Promise<Answer> {
	const sent = send(base, path, asked);
	const [response] = (await once(sent, 'response')) as [IncomingMessage];
	let text = '';
	for await (const part of response.setEncoding('utf8')) text += String(part);
	return { status: response.statusCode ?? 0, headers: response.headers, text };
}

/** Opens a stream; `next` gives one event after another, as it was written. */
export async function listen(base: string, path: string, headers: Record<string, string> = {}) {
	const sent = send(base, path, { headers });
	const [response] = (await once(sent, 'response')) as [IncomingMessage];
	const parts = response.setEncoding('utf8')[Symbol.asyncIterator]();
	let text = '';
	async function next(): Promise<string | null> {
		for (;;) {
			const end = text.indexOf('\n\n');
			if (end >= 0) {
				const event = text.slice(0, end);
				text = text.slice(end + 2);
				return event;
			}
			const { done, value } = (await parts.next()) as { done?: boolean; value: string };
			if (done) return null;
			text += value;
		}
	}
	return {
		status: response.statusCode ?? 0,
		headers: response.headers,
		next,
		/** The next event that holds a snapshot like this one. */
		async until(wanted: (snapshot: HostSnapshot) => boolean): Promise<string> {
			for (;;) {
				const event = await next();
				if (event === null) throw new Error('the stream ended');
				const data = /^data: (\{.*)$/m.exec(event)?.[1];
				if (data && wanted(JSON.parse(data) as HostSnapshot)) return event;
			}
		},
		close: () => void sent.destroy()
	};
}

/** Throws with the server's own words where the test could not go on. */
function requireStatus(wanted: number, { status, text }: Answer, what: string) {
	if (status !== wanted)
		throw new Error(`${what} was answered with ${status}, not ${wanted}: ${text.slice(0, 500)}`);
}

/** Somebody with a browser of their own: it keeps the cookies it is given. */
export class Visitor {
	readonly base: string;
	readonly cookies = new Map<string, string>();
	/** Whose pages the requests come from. */
	readonly origin: string;

	constructor(base: string, origin = base) {
		this.base = base;
		this.origin = origin;
	}

	get cookie(): Record<string, string> {
		const pairs = [...this.cookies].map(([name, value]) => `${name}=${value}`);
		return pairs.length > 0 ? { cookie: pairs.join('; ') } : {};
	}

	async ask(path: string, { headers, ...asked }: Asked = {}): Promise<Answer> {
		const answer = await ask(this.base, path, { ...asked, headers: { ...this.cookie, ...headers } });
		for (const line of answer.headers['set-cookie'] ?? []) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			this.cookies.set(name, value);
		}
		return answer;
	}

	postJson(path: string, value: unknown): Promise<Answer> {
		return this.ask(path, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(value) });
	}

	postForm(path: string, fields: Record<string, string> = {}): Promise<Answer> {
		const headers = { ...FORM_TYPE, origin: this.origin, accept: 'text/html' };
		return this.ask(path, { method: 'POST', headers, body: new URLSearchParams(fields).toString() });
	}
}

export type Wanted = {
	title?: string;
	language?: Language;
	scenes?: readonly SceneId[];
	/** The words of those that the host wrote. */
	own?: readonly OwnScene[];
	pace?: 'led' | 'free';
	smallestGroup?: number;
	rows?: boolean;
	framing?: boolean;
	guessing?: boolean;
};

export const makeToken = () => randomBytes(18).toString('base64url');

/** A workshop that was opened with the form, with its host. */
export class LiveWorkshop {
	readonly base: string;
	readonly code: string;
	readonly key: string;
	/** Who opened it. */
	readonly host: Visitor;

	private constructor(host: Visitor, code: string, key: string) {
		this.base = host.base;
		this.host = host;
		this.code = code;
		this.key = key;
	}

	/** @param origin how the world calls the server, where that is not its own address */
	static async open(base: string, wanted: Wanted = {}, origin = base): Promise<LiveWorkshop> {
		const host = new Visitor(base, origin);
		const scenes: readonly SceneId[] = wanted.scenes ?? ['thin-post', 'dealer-host', 'free-audit'];
		const { status, text } = await host.postForm('/workshops', {
			title: wanted.title ?? 'Tuesday',
			language: wanted.language ?? 'en',
			scenes: 'own',
			...Object.fromEntries(scenes.map((scene, i) => [`place.${scene}`, String(i + 1)])),
			...(wanted.own ? { own: fileOf(wanted.own) } : {}),
			pace: wanted.pace ?? 'led',
			smallestGroup: String(wanted.smallestGroup ?? 3),
			keepDays: '1',
			...(wanted.rows ? { rows: 'on' } : {}),
			...(wanted.framing ? { framing: 'on' } : {}),
			...(wanted.guessing ? { guessing: 'on' } : {})
		});
		const [, code, key] = /\/w\/(\w{6})\/host\?key=([\w-]{24})/.exec(text) ?? [];
		if (!code || !key) throw new Error(`no workshop was opened: ${status}`);
		const workshop = new LiveWorkshop(host, code, key);
		requireStatus(303, await host.ask(`${workshop.path}/host?key=${key}`), 'the host’s link');
		return workshop;
	}

	get path(): string {
		return `/w/${this.code}`;
	}

	get hostCookie() {
		const [name = '', value = ''] = [...this.host.cookies].find(([name]) => name.includes('host-')) ?? [];
		return { name, value };
	}

	/** How the room stands, for everybody. */
	async room(): Promise<SharedSnapshot> {
		const { text } = await ask(this.base, `${this.path}/state`);
		return (JSON.parse(text) as { snapshot: SharedSnapshot }).snapshot;
	}

	/** How it stands for the host. Where others listen, a stream begins with what they heard last. */
	async hostSnapshot(): Promise<HostSnapshot> {
		const { version } = await this.room();
		const stream = await listen(this.base, `${this.path}/host/events`, this.host.cookie);
		const event = await stream.until((snapshot) => snapshot.version >= version);
		stream.close();
		return JSON.parse(event.replace(/^id: .*\ndata: /, '')) as HostSnapshot;
	}

	async act(...actions: readonly HostAction[]): Promise<HostSnapshot> {
		let snapshot = await this.hostSnapshot();
		for (const action of actions) {
			const answer = await this.host.postJson(`${this.path}/host/steps`, { action, seen: snapshot.step });
			requireStatus(200, answer, action);
			snapshot = (JSON.parse(answer.text) as { snapshot: HostSnapshot }).snapshot;
		}
		return snapshot;
	}

	/** Somebody sits down. */
	async seat(language: Language = 'en', token = makeToken()): Promise<Visitor> {
		const visitor = new Visitor(this.base, this.host.origin);
		requireStatus(200, await visitor.postJson(`${this.path}/seat`, { seat: token, language }), 'a seat');
		return visitor;
	}

	async seats(people: number): Promise<Visitor[]> {
		return Promise.all(Array.from({ length: people }, () => this.seat()));
	}

	answer(
		visitor: Visitor,
		scene: SceneId,
		rung: unknown,
		round: unknown = 1,
		asking?: Asking
	): Promise<Answer> {
		return visitor.postJson(`${this.path}/answers`, { round, scene, rung, ...(asking && { asking }) });
	}
}
