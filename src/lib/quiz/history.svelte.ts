import { follow, KEY_PREFIX, type Device, type Writing } from '../device';
import { resultsSlot, type SavedResult } from './saved';

/** The finished results that lie on this device, newest first. */
export class ResultHistory {
	readonly #device: Device;
	#results: SavedResult[];
	/** What was deleted last and where it stood, until the next step. */
	#removed: { result: SavedResult; index: number } | null;

	constructor(device: Device) {
		this.#device = device;
		this.#results = $state.raw(this.#read());
		this.#removed = $state.raw(null);
	}

	get results(): readonly SavedResult[] {
		return this.#results;
	}

	get canUndo(): boolean {
		return this.#removed !== null;
	}

	/** The newest result with this code, if it was made on this device. */
	withCode(code: string): SavedResult | undefined {
		return this.#results.find((result) => result.code === code);
	}

	/** Files a result in front; an earlier one of the same run is replaced. */
	add(result: SavedResult): Writing {
		this.#removed = null;
		return this.#keep([result, ...this.#read().filter(({ seed }) => seed !== result.seed)]);
	}

	/** Deletes one result; can be undone until the next step. */
	remove(result: SavedResult): void {
		const results = this.#read();
		const index = results.findIndex(({ seed }) => seed === result.seed);
		this.#removed = index < 0 ? null : { result, index };
		this.#keep(results.filter(({ seed }) => seed !== result.seed));
	}

	/** Takes the last `remove` back, unless the same run was filed again since. */
	undo(): void {
		if (!this.#removed) return;
		const { result, index } = this.#removed;
		const results = this.#read();
		const filedAgain = results.some(({ seed }) => seed === result.seed);
		this.#keep(filedAgain ? results : results.toSpliced(index, 0, result));
		this.#removed = null;
	}

	/** Deletes everything of this quiz on this device, runs and set-aside data included. For good. */
	removeAll(): void {
		this.#removed = null;
		this.#results = [];
		this.#device.removeAll(KEY_PREFIX);
	}

	/** Follows what another tab does, and what was done while the page was put by. Returns a function that stops it. */
	listen(window: Window): () => void {
		return follow(window, resultsSlot.key, (newValue) => {
			this.#results = this.#read();
			// Everything was deleted there, for good.
			if (newValue === null) this.#removed = null;
		});
	}

	#read(): SavedResult[] {
		const reading = this.#device.read(resultsSlot);
		return reading.state === 'found' ? reading.value.results : [];
	}

	#keep(results: SavedResult[]): Writing {
		this.#results = results;
		return this.#device.write(resultsSlot, { schemaVersion: 1, results });
	}
}
