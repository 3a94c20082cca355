import { Agent, request, type ClientRequest } from 'node:http';

/** Connections are opened in waves, so that none is refused by a full backlog. */
const WAVE = 250;

/** An event stream as a browser holds it: `heard` is called with each message. */
export function listen(
	port: number,
	path: string,
	heard: (message: string) => void,
	headers: Record<string, string> = {}
): Promise<ClientRequest> {
	return new Promise((resolve, reject) => {
		const sent = request(
			{ host: '127.0.0.1', port, path, headers, agent: new Agent({ maxSockets: 1 }) },
			(response) => {
				if (response.statusCode !== 200) {
					reject(new Error(`${path} answered ${response.statusCode}`));
					return;
				}
				let rest = '';
				response.setEncoding('utf8').on('data', (chunk: string) => {
					rest += chunk;
					for (let end = rest.indexOf('\n\n'); end !== -1; end = rest.indexOf('\n\n')) {
						heard(rest.slice(0, end));
						rest = rest.slice(end + 2);
					}
				});
				resolve(sent);
			}
		);
		sent.on('error', reject);
		sent.end();
	});
}

/** Does something for each of `count`, some at a time. */
export async function inWaves<T>(
	count: number,
	work: (index: number) => Promise<T>,
	wave = WAVE
): Promise<T[]> {
	const done: T[] = [];
	for (let i = 0; i < count; i += wave)
		done.push(
			...(await Promise.all(Array.from({ length: Math.min(wave, count - i) }, (_, j) => work(i + j))))
		);
	return done;
}
