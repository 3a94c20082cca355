import { connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { HostAction, HostSnapshot } from '../../src/lib/protocol';
import { FORMS } from '../../src/lib/questions';
import { listen, LiveWorkshop } from '../support/workshop-api';
import { endServers, startServer } from '../support/server';
import { eventually } from './support/waiting';

const READERS = 20;

/** What Node keeps of one response before it asks to wait, and the few snapshots that were on their way then. */
const FEW = 100 * 1024;

/** What is sent to whoever reads, in characters: so much that a queue of it would be seen. */
const MUCH = 1.5 * FEW;

afterEach(endServers);

/**
 * Somebody whom nothing of a stream can reach: on the same connection another stream comes first, and does not end. Of a
 * reader that merely does not read, the operating system would take megabytes first.
 */
function readBehind(port: number, first: LiveWorkshop, second: LiveWorkshop, events: string) {
	const socket = connect(port, '127.0.0.1').setEncoding('utf8');
	let heard = '';
	socket.on('data', (text) => (heard += String(text)));
	for (const {
		path,
		hostCookie: { name, value }
	} of [first, second])
		socket.write(`GET ${path}/${events} HTTP/1.1\r\nHost: localhost\r\nCookie: ${name}=${value}\r\n\r\n`);
	return {
		/** What came of the second stream. */
		heard: () => heard.split('HTTP/1.1 ')[2] ?? '',
		hangUp: () => void socket.destroy()
	};
}

const versionsIn = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));

// One is answered by Kit, the other without it.
it.each(['host/events', 'events'])(
	'a reader of %s whom nothing reaches gets the newest when it does, and no queue',
	async (events) => {
		const server = await startServer();
		const first = await LiveWorkshop.open(server.base);
		// A long one that is over: with every picture in them, its snapshots are as large as they get.
		const scenes = FORMS.full.scenarioIds;
		const workshop = await LiveWorkshop.open(server.base, { scenes });
		const shown = scenes.slice(1).flatMap(() => ['close', 'reveal', 'next'] as const);
		let snapshot = await workshop.act('rehearse', 'start', ...shown, 'close', 'reveal', 'end');
		/** Not from a screen, which may be a moment behind. */
		async function act(action: HostAction): Promise<void> {
			const { text } = await workshop.host.postJson(`${workshop.path}/host/steps`, {
				action,
				seen: snapshot.step
			});
			snapshot = (JSON.parse(text) as { snapshot: HostSnapshot }).snapshot;
		}

		const quick = await listen(server.base, `${workshop.path}/${events}`, workshop.host.cookie);
		const sent: number[] = [];
		let sentLength = 0;
		async function readOn(): Promise<void> {
			for (let event = await quick.next(); event !== null; event = await quick.next()) {
				sentLength += event.length;
				sent.push(...versionsIn(event));
			}
		}
		const reading = readOn();
		const readers = Array.from({ length: READERS }, () => readBehind(server.port, first, workshop, events));
		while (sentLength < MUCH) {
			await act('previous');
			await act('end');
		}
		const newest = snapshot.version;
		// Whoever reads has it all the time.
		await eventually(() => expect(sent.at(-1)).toBe(newest));
		for (const { heard } of readers) expect(heard()).toBe('');

		// The other stream ends, and so does what stood in the way.
		await first.host.postForm(`${first.path}/host?/delete`);
		for (const { heard, hangUp } of readers) {
			await eventually(() => expect(versionsIn(heard()).at(-1)).toBe(newest));
			expect(heard().length).toBeLessThan(FEW);
			expect(versionsIn(heard())).toEqual([...versionsIn(heard())].sort((a, b) => a - b));
			hangUp();
		}
		await workshop.host.postForm(`${workshop.path}/host?/delete`);
		await reading;
	}
);
