/** Most rows in one statement: databases bound the number of its parameters. */
const MOST_ROWS = 500;

export function* inChunks<T>(items: readonly T[]): Generator<T[]> {
	for (let i = 0; i < items.length; i += MOST_ROWS) yield items.slice(i, i + MOST_ROWS);
}
