import * as v from 'valibot';

/** What came of reading: a value, nothing yet, something unreadable that was set aside, or no storage at all. */
export type Reading<T> =
	{ state: 'found'; value: T } | { state: 'empty' } | { state: 'setAside' } | { state: 'forbidden' };

/** What came of writing. */
export type Writing = 'saved' | 'full' | 'forbidden';

type Versioned = { schemaVersion: number };

/** One step of a saved shape to the next version: pure, and never called on anything it did not expect. */
export type Migration = (saved: Record<string, unknown>) => Record<string, unknown>;

/** The key of everything of ours starts so. */
export const KEY_PREFIX = 'no-strings:';

/** A place on the device: its key, the shape of today, and the way there from every earlier one. */
export type Slot<T extends Versioned> = {
	key: string;
	schema: v.GenericSchema<unknown, T>;
	/** `migrations[n]` leads from version n + 1 to n + 2; today's version is one more than their number. */
	migrations: readonly Migration[];
};

/** What browsers call a full storage; the second is Firefox before it used the standard's name. */
const QUOTA_ERRORS: readonly string[] = ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'];

const AnyVersionSchema = v.looseObject({ schemaVersion: v.pipe(v.number(), v.integer(), v.minValue(1)) });

function upToDate<T extends Versioned>(slot: Slot<T>, text: string): T {
	let saved: Record<string, unknown> = v.parse(AnyVersionSchema, JSON.parse(text));
	const version = saved.schemaVersion as number;
	for (const migrate of slot.migrations.slice(version - 1)) saved = migrate(saved);
	return v.parse(slot.schema, saved);
}

/**
 * What a browser keeps for us. Everything read from it is untrusted: other scripts, older versions and
 * people with developer tools may have written it. Nothing here throws.
 */
export class Device {
	readonly #storage: Storage | null;
	/** Keys whose unreadable text could not be moved, with the reason: they are not written over. */
	readonly #stuck = new Map<string, Writing>();

	/** @param open gives the storage; browsers throw here when storage is forbidden */
	constructor(open: () => Storage = () => window.localStorage) {
		try {
			this.#storage = open();
		} catch {
			this.#storage = null;
		}
	}

	/**
	 * Reads and validates. What cannot be read moves to `<key>:set-aside`, or to `<key>:set-aside:2` and so on
	 * where something lies already, so that nothing is destroyed.
	 */
	read<T extends Versioned>(slot: Slot<T>): Reading<T> {
		if (!this.#storage) return { state: 'forbidden' };
		let text: string | null;
		try {
			text = this.#storage.getItem(slot.key);
		} catch {
			return { state: 'forbidden' };
		}
		this.#stuck.delete(slot.key);
		if (text === null) return { state: 'empty' };
		try {
			return { state: 'found', value: upToDate(slot, text) };
		} catch {
			return this.#setAside(slot.key, text);
		}
	}

	/** Saves under the slot's key, unless something unreadable lies there that could not be set aside. */
	write<T extends Versioned>(slot: Slot<T>, value: T): Writing {
		return this.#stuck.get(slot.key) ?? this.#put(slot.key, JSON.stringify(value));
	}

	/** Forgets one key. */
	remove(key: string): void {
		this.#stuck.delete(key);
		try {
			this.#storage?.removeItem(key);
		} catch {
			// Forbidden storage holds nothing to remove.
		}
	}

	/** Forgets everything whose key starts so, what was set aside included. */
	removeAll(prefix: string): void {
		for (const key of this.keys(prefix)) this.remove(key);
	}

	/** Every key that starts so and holds something. */
	keys(prefix: string): string[] {
		try {
			return Object.keys(this.#storage ?? {}).filter((key) => key.startsWith(prefix));
		} catch {
			// Forbidden storage holds nothing.
			return [];
		}
	}

	#setAside(key: string, text: string): Reading<never> {
		const place = this.#freePlace(`${key}:set-aside`);
		if (place === null) return { state: 'forbidden' };
		// Removed first: two copies may not fit.
		this.remove(key);
		const writing = this.#put(place, text);
		if (writing !== 'saved') {
			this.#put(key, text);
			this.#stuck.set(key, writing);
		}
		return { state: 'setAside' };
	}

	/** The key itself or the first of `<key>:2`, `<key>:3` … that holds nothing yet; null where reading is forbidden. */
	#freePlace(key: string): string | null {
		try {
			let place = key;
			for (let n = 2; this.#storage?.getItem(place) != null; n++) place = `${key}:${n}`;
			return place;
		} catch {
			return null;
		}
	}

	#put(key: string, text: string): Writing {
		if (!this.#storage) return 'forbidden';
		try {
			this.#storage.setItem(key, text);
			return 'saved';
		} catch (error) {
			return error instanceof DOMException && QUOTA_ERRORS.includes(error.name) ? 'full' : 'forbidden';
		}
	}
}
