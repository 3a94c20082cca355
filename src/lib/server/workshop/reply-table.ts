import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Replies } from '../../group';
import { LANGUAGES, type Language, type ByScene, type Rung, type SceneId } from '../../questions';
import { SAT_OUT, type Tables } from '../db';
import type { Workshop } from './record';

/** Most rows that are read before others get their turn. */
const PAGE_ROWS = 1_000;

const AWAY = -2;

/** What everybody replied to some scenes, small enough to hand to a thread; a row for each person, in no order. */
export type ReplyTable = {
	scenes: readonly SceneId[];
	/** Row by row, 0 to 4, `SAT_OUT` or `AWAY`. */
	cells: Int8Array;
	/** By row, an index into LANGUAGES; -1 for made-up people. */
	languages: Int8Array;
};

/** Reads a page at a time: the answers of 20,000 people must not keep everybody else waiting. Sealed scenes never change. */
export async function readReplies(
	db: Kysely<Tables>,
	workshop: Workshop,
	scenes: readonly SceneId[]
): Promise<ReplyTable> {
	const rowOf = new Map<string, number>();
	const columns = await readColumns(db, workshop, scenes, rowOf);
	return {
		scenes,
		cells: cellsOf(columns, rowOf.size),
		languages: await readLanguages(db, workshop.code, rowOf)
	};
}

/** Returns what everybody replied in two rounds, row by row the same people, in an order that only the hashes of seats give. */
export async function readRepliesTwice(
	db: Kysely<Tables>,
	{ first, second }: { first: Workshop; second: Workshop },
	scenes: readonly SceneId[]
): Promise<{ first: ReplyTable; second: ReplyTable }> {
	const rowOf = new Map<string, number>();
	const before = await readColumns(db, first, scenes, rowOf);
	const after = await readColumns(db, second, scenes, rowOf);
	const order = [...rowOf].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
	const languages = new Int8Array(order.length).fill(-1);
	const table = (columns: readonly Int8Array[]): ReplyTable => ({
		scenes,
		cells: cellsOf(
			columns.map((column) => Int8Array.from(order, (row) => column[row] ?? AWAY)),
			order.length
		),
		languages
	});
	return { first: table(before), second: table(after) };
}

/** Adds to `rowOf` who has no row yet. */
async function readColumns(
	db: Kysely<Tables>,
	{ code, session }: Workshop,
	scenes: readonly SceneId[],
	rowOf: Map<string, number>
): Promise<Int8Array[]> {
	const columns: Int8Array[] = [];
	for (const scene of scenes) {
		const page = (after: string) =>
			db
				.selectFrom('answer')
				.select(['participant_id', 'rung'])
				.where('workshop_id', '=', code)
				.where('round', '=', session.round)
				.where('scene', '=', scene)
				.where('participant_id', '>', after)
				.orderBy('participant_id')
				.limit(PAGE_ROWS)
				.execute();
		const column: number[] = [];
		for await (const rows of pages(page))
			for (const { participant_id, rung } of rows) {
				const row = rowOf.get(participant_id) ?? rowOf.size;
				rowOf.set(participant_id, row);
				column[row] = rung;
			}
		columns.push(Int8Array.from({ length: column.length }, (_, row) => column[row] ?? AWAY));
	}
	return columns;
}

function cellsOf(columns: readonly Int8Array[], rows: number): Int8Array {
	const cells = new Int8Array(rows * columns.length).fill(AWAY);
	columns.forEach((column, i) => column.forEach((rung, row) => (cells[row * columns.length + i] = rung)));
	return cells;
}

async function readLanguages(db: Kysely<Tables>, code: string, rowOf: ReadonlyMap<string, number>) {
	const languages = new Int8Array(rowOf.size).fill(-1);
	const page = (after: string) =>
		db
			.selectFrom('participant')
			.select(['participant_id', 'language'])
			.where('workshop_id', '=', code)
			.where('participant_id', '>', after)
			.orderBy('participant_id')
			.limit(PAGE_ROWS)
			.execute();
	for await (const rows of pages(page))
		for (const { participant_id, language } of rows) {
			const row = rowOf.get(participant_id);
			if (row !== undefined) languages[row] = LANGUAGES.indexOf(language as Language);
		}
	return languages;
}

async function* pages<Row extends { participant_id: string }>(page: (after: string) => Promise<Row[]>) {
	let after = '';
	for (;;) {
		await nextTurn();
		const rows = await page(after);
		yield rows;
		if (rows.length < PAGE_ROWS) return;
		after = rows.at(-1)?.participant_id ?? '';
	}
}

/** @param language only those who joined in it */
export function repliesIn({ scenes, cells, languages }: ReplyTable, language?: Language): Replies[] {
	const people: Replies[] = [];
	const wanted = language && LANGUAGES.indexOf(language);
	for (let row = 0; row < languages.length; row++) {
		if (wanted !== undefined && languages[row] !== wanted) continue;
		const replies: ByScene<Rung | null> = {};
		scenes.forEach((scene, i) => {
			const cell = cells[row * scenes.length + i];
			if (cell !== AWAY) replies[scene] = cell === SAT_OUT ? null : (cell as Rung);
		});
		people.push(replies);
	}
	return people;
}
