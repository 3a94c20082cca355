import type { Device, Writing } from './device';
import { KEY_PREFIX, resultsShelf, type SavedResult } from './saved';

/** The finished results that lie on this device, newest first. */
export class ResultHistory {
	readonly #device: Device;
	#results: SavedResult[];
	/** The last state before a deletion, until the next step. */
	#undo: SavedResult[] | null;

	constructor(device: Device) {
		this.#device = device;
		this.#results = $state.raw(this.#read());
		this.#undo = $state.raw(null);
	}

	get results(): readonly SavedResult[] {
		return this.#results;
	}

	get canUndo(): boolean {
		return this.#undo !== null;
	}

	/** The newest result with this code, if it was made on this device. */
	withCode(code: string): SavedResult | undefined {
		return this.#results.find((result) => result.code === code);
	}

	/** Files a result in front; an earlier one of the same run is replaced. */
	add(result: SavedResult): Writing {
		this.#undo = null;
		return this.#keep([result, ...this.#read().filter(({ seed }) => seed !== result.seed)]);
	}

	/** Deletes one result; can be undone until the next step. */
	remove(result: SavedResult): void {
		this.#undo = this.#results;
		this.#keep(this.#read().filter(({ seed }) => seed !== result.seed));
	}

	/** Takes the last `remove` back. */
	undo(): void {
		if (this.#undo) this.#keep(this.#undo);
		this.#undo = null;
	}

	/** Deletes everything of this quiz on this device, runs and set-aside data included. For good. */
	removeAll(): void {
		this.#undo = null;
		this.#results = [];
		this.#device.removeAll(KEY_PREFIX);
	}

	/** Follows what another tab does. Returns a function that stops it. */
	listen(window: Window): () => void {
		const onStorage = (event: StorageEvent) => {
			if (event.key === resultsShelf.key || event.key === null) this.#results = this.#read();
		};
		window.addEventListener('storage', onStorage);
		return () => window.removeEventListener('storage', onStorage);
	}

	#read(): SavedResult[] {
		const reading = this.#device.read(resultsShelf);
		return reading.state === 'found' ? reading.value.results : [];
	}

	#keep(results: SavedResult[]): Writing {
		this.#results = results;
		return this.#device.write(resultsShelf, { schemaVersion: 1, results });
	}
}
