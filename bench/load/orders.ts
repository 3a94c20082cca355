import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Order } from './generator.ts';

const file = (name: string) => fileURLToPath(new URL(`${name}.ts`, import.meta.url));

type Told<T> = { phase: string } | { error: string } | { result: T };

/**
 * Has the generator do something, in a process of its own.
 * @param reached is called where it waits for somebody to look at the server
 */
export async function order<T>(what: Order, reached?: (phase: string) => Promise<void>): Promise<T> {
	const generator = fork(file('generator'));
	generator.send(what);
	try {
		for (;;) {
			const [told] = (await once(generator, 'message')) as [Told<T>];
			if ('error' in told) throw new Error(told.error);
			if ('result' in told) return told.result;
			await reached?.(told.phase);
			generator.send('go on');
		}
	} finally {
		generator.kill();
	}
}

export async function startFloor(
	name: 'floor' | 'answer-floor'
): Promise<{ child: ChildProcess; port: number }> {
	const child = fork(file(name));
	const [port] = (await once(child, 'message')) as [number];
	return { child, port };
}
