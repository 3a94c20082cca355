import { ThreadPool } from '../threads';
import { figureOf, type FigureTask, type Reckon } from './figures';

/** A group whose replies are made to have the fewest of counted scenes takes seconds, and then fails alone. */
const PATIENCE_MS = 60_000;

/** In development and in tests of modules there is no built file that a thread could run. */
export async function startReckoning(): Promise<Reckon> {
	if (import.meta.env.DEV) return reckonHere;
	const { workerFile } = await import('./figures-worker');
	const pool = new ThreadPool<FigureTask, unknown>(workerFile, { patienceMs: PATIENCE_MS });
	process.once('sveltekit:shutdown', () => pool.close());
	return ((name, ...of) => pool.run({ name, of } as FigureTask)) as Reckon;
}

export const reckonHere: Reckon = ((name, ...of) =>
	Promise.try(() => figureOf({ name, of } as FigureTask))) as Reckon;
