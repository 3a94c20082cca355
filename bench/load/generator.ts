// The crowd, in a process of its own: what it costs to be a thousand participants must not slow the server down.
import { once } from 'node:events';
import { get } from '../lib/server.ts';
import { quantile } from '../lib/numbers.ts';
import { runAnswerFloor, runCrowd, runWorkshops } from './crowd.ts';
import { inWaves, listen } from './streams.ts';

export type Order =
	| { run: 'crowd'; port: number; people: number }
	| { run: 'workshops'; port: number; count: number; people: number }
	| { run: 'floor'; port: number; people: number }
	| { run: 'answerFloor'; port: number; people: number }
	| { run: 'socketio'; port: number; people: number };

async function carryOut(order: Order): Promise<unknown> {
	switch (order.run) {
		case 'crowd':
			return runCrowd(order.port, order.people, reached);
		case 'workshops':
			return runWorkshops(order.port, order.count, order.people, reached);
		case 'answerFloor':
			return runAnswerFloor(order.port, order.people);
		case 'floor':
			return floor(order.port, order.people);
		case 'socketio':
			return socketIo(order.port, order.people);
	}
}

/** Tells the bench where we are, and waits until it has looked. */
async function reached(phase: string): Promise<void> {
	process.send?.({ phase });
	await once(process, 'message');
}

/** One message to everybody, five times; the last one's time each. */
async function floor(port: number, people: number) {
	let waiting = 0;
	let done: () => void = () => undefined;
	const streams = await inWaves(people, () =>
		listen(port, '/', (text) => {
			if (text.includes('"statuses":["open"') && --waiting === 0) done();
		})
	);
	const times = await rounds(port, people, (count, finished) => {
		waiting = count;
		done = finished;
	});
	for (const stream of streams) stream.destroy();
	return times;
}

async function socketIo(port: number, people: number) {
	const { io } = await import('socket.io-client');
	let waiting = 0;
	let done: () => void = () => undefined;
	const sockets = await inWaves(people, () => {
		const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true });
		socket.on('snapshot', () => {
			if (--waiting === 0) done();
		});
		return new Promise<typeof socket>((resolve, reject) => {
			socket.on('connect', () => resolve(socket));
			socket.on('connect_error', reject);
		});
	});
	const times = await rounds(port, people, (count, finished) => {
		waiting = count;
		done = finished;
	});
	for (const socket of sockets) socket.disconnect();
	return times;
}

async function rounds(port: number, people: number, expect: (count: number, finished: () => void) => void) {
	const times: number[] = [];
	for (let round = 0; round < 5; round++) {
		const all = new Promise<void>((resolve) => expect(people, resolve));
		const begin = performance.now();
		await get(port, '/step');
		await all;
		times.push(performance.now() - begin);
	}
	return { last: quantile(times, 0.5) };
}

process.once('message', (order: Order) => {
	carryOut(order).then(
		(result) => process.send?.({ result }),
		(error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) })
	);
});
