import * as v from 'valibot';

/** What came of reading: a value, nothing yet, something unreadable that was set aside, or no storage at all. */
export type Reading<T> =
	{ state: 'found'; value: T } | { state: 'empty' } | { state: 'setAside' } | { state: 'forbidden' };

/** What came of writing. */
export type Writing = 'saved' | 'full' | 'forbidden';

type Versioned = { schemaVersion: number };

/** One step of a saved shape to the next version: pure, and never called on anything it did not expect. */
export type Migration = (saved: Record<string, unknown>) => Record<string, unknown>;

/** A place on the device: its key, the shape of today, and the way there from every earlier one. */
export type Shelf<T extends Versioned> = {
	key: string;
	schema: v.GenericSchema<unknown, T>;
	/** `migrations[n]` leads from version n + 1 to n + 2; today's version is one more than their number. */
	migrations: readonly Migration[];
};

const AnyVersionSchema = v.looseObject({ schemaVersion: v.pipe(v.number(), v.integer(), v.minValue(1)) });

function upToDate<T extends Versioned>(shelf: Shelf<T>, text: string): T {
	let saved: Record<string, unknown> = v.parse(AnyVersionSchema, JSON.parse(text));
	const version = saved.schemaVersion as number;
	for (const migrate of shelf.migrations.slice(version - 1)) saved = migrate(saved);
	return v.parse(shelf.schema, saved);
}

/**
 * What a browser keeps for us. Everything read from it is untrusted: other scripts, older versions and
 * people with developer tools may have written it. Nothing here throws.
 */
export class Device {
	readonly #storage: Storage | null;

	/** @param open gives the storage; browsers throw here when storage is forbidden */
	constructor(open: () => Storage) {
		try {
			this.#storage = open();
		} catch {
			this.#storage = null;
		}
	}

	/** Reads and validates. What cannot be read moves to `<key>:set-aside`, so that nothing is destroyed. */
	read<T extends Versioned>(shelf: Shelf<T>): Reading<T> {
		if (!this.#storage) return { state: 'forbidden' };
		let text: string | null;
		try {
			text = this.#storage.getItem(shelf.key);
		} catch {
			return { state: 'forbidden' };
		}
		if (text === null) return { state: 'empty' };
		try {
			return { state: 'found', value: upToDate(shelf, text) };
		} catch {
			this.#put(`${shelf.key}:set-aside`, text);
			this.remove(shelf.key);
			return { state: 'setAside' };
		}
	}

	/** Saves under the shelf's key. */
	write<T extends Versioned>(shelf: Shelf<T>, value: T): Writing {
		return this.#put(shelf.key, JSON.stringify(value));
	}

	/** Forgets one key. */
	remove(key: string): void {
		try {
			this.#storage?.removeItem(key);
		} catch {
			// Forbidden storage holds nothing to remove.
		}
	}

	/** Forgets everything whose key starts so, what was set aside included. */
	removeAll(prefix: string): void {
		try {
			for (const key of Object.keys(this.#storage ?? {})) if (key.startsWith(prefix)) this.remove(key);
		} catch {
			// See remove.
		}
	}

	#put(key: string, text: string): Writing {
		if (!this.#storage) return 'forbidden';
		try {
			this.#storage.setItem(key, text);
			return 'saved';
		} catch (error) {
			return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
		}
	}
}
