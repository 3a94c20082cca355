import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Begin } from '../live';
import { logError } from '../log';
import { config } from '../services';
import { LONGEST_BODY_CHARACTERS, type Body } from './body';
import { readDirectVisit, type DirectVisit } from './direct-visit';
import { EVENT_STREAM_HEADERS } from './event-stream';
import { headersFor } from './headers';
import { noteRequest } from './note-request';
import { listenToAll, recordAnswer, takeSeat } from './questions';
import { refusing, replyOf, type Reply } from './respond';

const HEADERS = headersFor('/w/');

type Answer = (visit: DirectVisit, req: IncomingMessage, res: ServerResponse) => Promise<number>;

const DOORS: Readonly<Record<string, Answer>> = {
	'POST answers': ({ visitor }, req, res) => reply(res, () => recordAnswer(visitor, bodyOf(req))),
	'POST seat': ({ visitor, setCookies }, req, res) =>
		reply(res, () => takeSeat(visitor, bodyOf(req)), setCookies),
	'GET events': async ({ visitor }, _req, res) => {
		const begun = await listenToAll(visitor).catch(refusing);
		return typeof begun === 'function' ? stream(res, begun) : write(res, begun);
	}
};

/**
 * Answers what thousands ask in the same moment without Kit, whose way costs several times as much as what is asked for.
 * Kit's routes call the same functions, and answer the same to whatever is left to them.
 * @returns whether it does
 */
export function answersDirectly(req: IncomingMessage, res: ServerResponse): boolean {
	const { method = '', headers } = req;
	// Kit looks at what forms can send before anybody else does.
	if (method === 'POST' && !headers['content-type']?.startsWith('application/json')) return false;
	const visit = readDirectVisit(req, config());
	const answer = visit && DOORS[`${method} ${visit.door}`];
	if (!answer) return false;
	const request = { method, route: `/w/[workshop]/${visit.door}`, began: performance.now() };
	answer(visit, req, res)
		.then((status) => noteRequest(request, status))
		.catch((error: unknown) => {
			logError(error);
			res.destroy();
		});
	return true;
}

function bodyOf(req: IncomingMessage): Body {
	const text = () =>
		new Promise<string>((resolve, reject) => {
			let text = '';
			req.setEncoding('utf8');
			// What comes after too much is read, since a client that writes does not listen, and not kept.
			req.on('data', (chunk: string) => {
				if (text.length > LONGEST_BODY_CHARACTERS) return;
				text += chunk;
				if (text.length > LONGEST_BODY_CHARACTERS) resolve(text);
			});
			// Kit's way of reading a text leaves the byte order mark out.
			req.on('end', () => resolve(text.replace(/^\uFEFF/, '')));
			req.on('error', reject);
			req.on('close', () => {
				if (!req.complete) reject(new Error('the client left'));
			});
		});
	return { headers: { get: (name) => headerOf(req, name) }, text };
}

function headerOf({ headers }: IncomingMessage, name: string): string | null {
	const value = headers[name];
	return typeof value === 'string' ? value : null;
}

async function reply(
	res: ServerResponse,
	work: () => Promise<Record<string, unknown>>,
	setCookies: string[] = []
): Promise<number> {
	return write(res, await work().then(replyOf, refusing), setCookies);
}

function write(res: ServerResponse, { status, body, headers }: Reply, setCookies: string[] = []): number {
	const text = JSON.stringify(body);
	res.writeHead(status, {
		...HEADERS,
		...headers,
		...(setCookies.length > 0 ? { 'set-cookie': setCookies } : {}),
		'content-type': 'application/json',
		'content-length': Buffer.byteLength(text)
	});
	res.end(text);
	return status;
}

function stream(res: ServerResponse, begin: Begin): number {
	// Nobody is there any more, and nothing would say so again.
	if (res.destroyed) return 200;
	res.writeHead(200, { ...HEADERS, ...EVENT_STREAM_HEADERS });
	const { drained, left } = begin({
		isFree: () => !res.writableNeedDrain,
		write: (bytes) => void res.write(bytes),
		end: () => void res.end()
	});
	res.on('drain', drained);
	res.on('close', left);
	return 200;
}
