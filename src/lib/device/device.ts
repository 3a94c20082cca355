import * as v from 'valibot';

export type Reading<T> =
	{ state: 'found'; value: T } | { state: 'empty' } | { state: 'setAside' } | { state: 'forbidden' };

export type Writing = 'saved' | 'full' | 'forbidden';

type Versioned = { schemaVersion: number };

export type Migration = (saved: Record<string, unknown>) => Record<string, unknown>;

export const KEY_PREFIX = 'no-strings:';

export type Slot<T extends Versioned> = {
	key: string;
	schema: v.GenericSchema<unknown, T>;
	/** `migrations[n]` leads from version n + 1 to n + 2; the current version is one more than their number. */
	migrations: readonly Migration[];
	/** What to keep of the value that lies there and one that was set aside and can be read now; null leaves both. */
	merge?(current: T, back: T): T | null;
};

const QUOTA_ERRORS: readonly string[] = ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'];

const AnyVersionSchema = v.object({ schemaVersion: v.pipe(v.number(), v.integer(), v.minValue(1)) });

function upToDate<T extends Versioned>(slot: Slot<T>, text: string): T {
	let saved = JSON.parse(text) as Record<string, unknown>;
	const version = v.parse(AnyVersionSchema, saved).schemaVersion;
	for (const migrate of slot.migrations.slice(version - 1)) saved = migrate(saved);
	return v.parse(slot.schema, saved);
}

/** Reads and writes this browser's storage. What is read is untrusted. Nothing here throws. */
export class Device {
	readonly #storage: Storage | null;
	/** Keys whose unreadable text could not be moved, and why: they are not written over. */
	readonly #stuck = new Map<string, Writing>();

	constructor(open: () => Storage = () => window.localStorage) {
		try {
			this.#storage = open();
		} catch {
			this.#storage = null;
		}
	}

	/** Moves what cannot be read to `<key>:set-aside`, or `<key>:set-aside:2` and so on, so that nothing is destroyed. */
	read<T extends Versioned>(slot: Slot<T>): Reading<T> {
		if (!this.#storage) return { state: 'forbidden' };
		let text: string | null;
		try {
			text = this.#storage.getItem(slot.key);
		} catch {
			return { state: 'forbidden' };
		}
		this.#stuck.delete(slot.key);
		let value: T | undefined;
		try {
			if (text !== null) value = upToDate(slot, text);
		} catch {
			return this.#setAside(slot.key, text ?? '');
		}
		value = this.#takeBack(slot, value);
		return value ? { state: 'found', value } : { state: 'empty' };
	}

	write<T extends Versioned>(slot: Slot<T>, value: T): Writing {
		return this.#stuck.get(slot.key) ?? this.#put(slot.key, JSON.stringify(value));
	}

	remove(key: string): void {
		this.#stuck.delete(key);
		try {
			this.#storage?.removeItem(key);
		} catch {
			// Forbidden storage holds nothing.
		}
	}

	removeAll(prefix: string): void {
		for (const key of this.keys(prefix)) this.remove(key);
	}

	keys(prefix: string): string[] {
		try {
			return Object.keys(this.#storage ?? {}).filter((key) => key.startsWith(prefix));
		} catch {
			return [];
		}
	}

	/** Brings back what an older tab could not read and set aside, where this one can. */
	#takeBack<T extends Versioned>(slot: Slot<T>, current: T | undefined): T | undefined {
		for (const place of this.keys(`${slot.key}:set-aside`)) {
			try {
				const back = upToDate(slot, this.#storage?.getItem(place) ?? '');
				const both = current ? slot.merge?.(current, back) : back;
				if (!both || this.#put(slot.key, JSON.stringify(both)) !== 'saved') continue;
				this.remove(place);
				current = both;
			} catch {
				// Still unreadable.
			}
		}
		return current;
	}

	#setAside(key: string, text: string): Reading<never> {
		const place = this.#freePlace(`${key}:set-aside`);
		if (place === null) return { state: 'forbidden' };
		// Two copies may not fit.
		this.remove(key);
		const writing = this.#put(place, text);
		if (writing !== 'saved') {
			this.#put(key, text);
			this.#stuck.set(key, writing);
		}
		return { state: 'setAside' };
	}

	/** Returns null where reading is forbidden. */
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
