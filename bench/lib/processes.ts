import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc, on every Linux that matters. */
const TICKS = 100;

/** From the state on, as `man 5 proc` counts them from 3. */
const fieldsOf = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];

const secondsIn = (fields: readonly string[]) => (Number(fields[11]) + Number(fields[12])) / TICKS;

/** Seconds of processor time that a process has used. */
export const cpuOf = (pid: number): number => secondsIn(fieldsOf(pid));

export function rssOf(pid: number): number {
	return 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

export const parentOf = (pid: number): number => Number(fieldsOf(pid)[1]);

/** Seconds of processor time of a process with all its children, also those that are gone. */
export function cpuOfFamily(pid: number): number {
	const own = fieldsOf(pid);
	let seconds = secondsIn(own) + (Number(own[13]) + Number(own[14])) / TICKS;
	for (const name of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
		try {
			const fields = fieldsOf(Number(name));
			if (Number(fields[1]) === pid) seconds += secondsIn(fields);
		} catch {
			// It has ended since.
		}
	}
	return seconds;
}
