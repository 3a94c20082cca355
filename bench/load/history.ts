// What runs before this one measured, on this machine, and what became worse by more than they differ among themselves.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Runs that are kept: their spread is the noise. */
const RUNS = 5;

/** One measured number; `better` says in which direction it improves. */
export type Figure = { name: string; value: number; better: 'lower' | 'higher' };

type Run = Record<string, number>;

/** @returns figures that are worse than the middle of the runs before by more than these differ among themselves */
export function worse(figures: readonly Figure[], before: readonly Run[]): string[] {
	return figures.flatMap(({ name, value, better }) => {
		const earlier = before.flatMap((run) => run[name] ?? []).sort((a, b) => a - b);
		if (earlier.length < RUNS) return [];
		const middle = earlier[Math.floor(earlier.length / 2)] as number;
		const noise = (earlier.at(-1) as number) - (earlier[0] as number);
		const loss = better === 'lower' ? value - middle : middle - value;
		if (loss <= noise) return [];
		return `${name}: ${round(value)}, before ${round(middle)} (five runs: ${round(earlier[0] as number)} to ${round(earlier.at(-1) as number)})`;
	});
}

const round = (value: number) => Number(value.toPrecision(3));

function runsIn(file: string): Run[] {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Run[];
	} catch {
		return [];
	}
}

/** Keeps this run's figures, and prints what they say beside those of the last runs. */
export function compareWithLastRuns(file: string, figures: readonly Figure[]): void {
	const before = runsIn(file);
	const lost = worse(figures, before);
	const known = Math.min(
		...figures.map(({ name }) => before.filter((run) => run[name] !== undefined).length)
	);
	if (known < RUNS) console.log(`\n${known} of ${RUNS} earlier runs are known, which say what noise is.`);
	else if (lost.length === 0) console.log('\nNothing is worse than in the last five runs.');
	else console.log(`\nWorse by more than five runs differ:\n  ${lost.join('\n  ')}`);
	mkdirSync(dirname(file), { recursive: true });
	const now = Object.fromEntries(figures.map(({ name, value }) => [name, value]));
	writeFileSync(file, JSON.stringify([...before.slice(1 - RUNS), now]));
}
