import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { AskedScene } from '../../own-scenes';
import { locking, type Asked, type People, type Store, type Tables, type WorkshopRow } from '../db';
import type { Reckon } from './figures';
import { Gatherer } from './gather';
import { workshopOf, type Workshop } from './record';
import { Refusal } from '../refusal';
import { endOfDay } from '../retention';
import { isSecret, matches } from '../security/secrets';

const MOST_KNOWN = 2_000;

const MOST_OWN_CHARACTERS = 8_000_000;

/** What another process deletes does not stay in the memory of this one. */
const OWN_SCENES_MS = 10 * 60_000;

export type Context = {
	store: Store;
	reckon: Reckon;
	/** In ms since 1970. */
	now: () => number;
	rows: Gatherer<string, WorkshopRow | undefined>;
	people: Gatherer<Asked, People>;
	/** Workshops as they were read last, to save work: what they are now only the database knows. */
	known: LRUCache<string, Known>;
	/** Words of scenes that hosts wrote, by code. */
	ownScenes: LRUCache<string, readonly AskedScene[]>;
};

export type Known = { row: WorkshopRow; workshop: Workshop };

export type Given = Pick<Context, 'store' | 'reckon' | 'now'>;

export function contextOf(given: Given): Context {
	const { readWorkshops, countPeople } = given.store;
	const rows = new Gatherer(readWorkshops, (code: string) => code);
	const people = new Gatherer(countPeople, (asked: Asked) => Object.values(asked).join(' '));
	const ownScenes = new LRUCache<string, readonly AskedScene[]>({
		maxSize: MOST_OWN_CHARACTERS,
		ttl: OWN_SCENES_MS,
		ttlAutopurge: true
	});
	return { ...given, rows, people, known: new LRUCache({ max: MOST_KNOWN }), ownScenes };
}

type Finding = { db?: Kysely<Tables>; lock?: boolean };

/**
 * @param db reads in a transaction
 * @param lock keeps the workshop as it is until the transaction ends
 * @throws Refusal `unknown`, or `gone` when it was deleted or its time is up
 */
export async function findWorkshop(
	context: Context,
	code: string,
	{ db, lock = false }: Finding = {}
): Promise<Workshop> {
	const { store } = context;
	const row = db ? await readIn(store, db, code, lock) : await context.rows.read(code);
	if (row) {
		const { workshop } = know(context, row);
		if (isOver(context, workshop)) throw new Refusal('gone');
		return workshop;
	}
	const gone = await (db ?? store.db)
		.selectFrom('deleted_workshop')
		.select('workshop_id')
		.where('workshop_id', '=', code)
		.executeTakeFirst();
	throw new Refusal(gone ? 'gone' : 'unknown');
}

function readIn(store: Store, db: Kysely<Tables>, code: string, lock: boolean) {
	const query = db.selectFrom('workshop').selectAll().where('workshop_id', '=', code);
	return (lock ? locking(store, query) : query).executeTakeFirst();
}

export function isOver({ now }: Pick<Context, 'now'>, { keptUntil }: Workshop): boolean {
	return endOfDay(keptUntil) <= now();
}

/** Notes a row that was read; what it says is worked out anew only where more than its version has changed. */
export function know({ known }: Context, row: WorkshopRow): Known {
	const before = known.get(row.workshop_id);
	const workshop =
		before && differInVersionAlone(before.row, row)
			? { ...before.workshop, version: row.version }
			: workshopOf(row);
	const now = { row, workshop };
	known.set(row.workshop_id, now);
	return now;
}

function differInVersionAlone(one: WorkshopRow, other: WorkshopRow): boolean {
	const names = Object.keys(one) as (keyof WorkshopRow)[];
	return names.every((name) => name === 'version' || one[name] === other[name]);
}

/** Counts the workshop's version up, so that snapshots from now on are newer. */
export async function countChange(db: Kysely<Tables>, code: string): Promise<void> {
	await db
		.updateTable('workshop')
		.set((eb) => ({ version: eb('version', '+', 1) }))
		.where('workshop_id', '=', code)
		.execute();
}

/** @throws Refusal `notHost` */
export function checkHost(workshop: Workshop, key: string | undefined): void {
	if (!key || !isSecret(key) || !matches(key, workshop.hostHash)) throw new Refusal('notHost');
}
