type Turn<Key, Value> = { keys: Map<string, Key>; values: Promise<Map<string, Promise<Value>>> };

/** Reads at once what is asked for in the same turn of the event loop; who asks for the same gets the same. */
export class Gatherer<Key, Value> {
	readonly #read: (keys: readonly Key[]) => readonly Promise<Value>[];
	readonly #nameOf: (key: Key) => string;
	#turn: Turn<Key, Value> | null = null;

	/** @param read returns a value for each key, by position */
	constructor(read: (keys: readonly Key[]) => readonly Promise<Value>[], nameOf: (key: Key) => string) {
		this.#read = read;
		this.#nameOf = nameOf;
	}

	async read(key: Key): Promise<Value> {
		const name = this.#nameOf(key);
		const { keys, values } = (this.#turn ??= this.#begin());
		keys.set(name, key);
		return (await values).get(name) as Promise<Value>;
	}

	#begin(): Turn<Key, Value> {
		const keys = new Map<string, Key>();
		const values = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
			this.#turn = null;
			const read = this.#read([...keys.values()]);
			return new Map([...keys.keys()].map((name, i) => [name, read[i] as Promise<Value>]));
		});
		return { keys, values };
	}
}
