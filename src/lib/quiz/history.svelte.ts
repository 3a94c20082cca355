import { follow, KEY_PREFIX, type Device, type Slot, type Writing } from '../device';
import { readResults, withResult, writeResults } from './results';
import { previousRunSlot, resultsSlot, runSlot, type SavedResult, type SavedRun } from './saved';

type Lying = { slot: Slot<SavedRun>; run: SavedRun };

/** The finished results that lie on this device, newest first. */
export class ResultHistory {
	readonly #device: Device;
	#results: SavedResult[];
	/** What was deleted last, where it stood and the run that it came from, until the next step. */
	#removed: { result: SavedResult; index: number; runs: Lying[] } | null;
	#hasAnything: boolean;

	constructor(device: Device) {
		this.#device = device;
		this.#results = $state.raw(this.#read());
		this.#removed = $state.raw(null);
		this.#hasAnything = $state(this.#look());
	}

	get results(): readonly SavedResult[] {
		return this.#results;
	}

	get canUndo(): boolean {
		return this.#removed !== null;
	}

	/** Whether anything of ours lies on this device: results, runs, seats, settings. */
	get hasAnything(): boolean {
		return this.#hasAnything;
	}

	/**
	 * A result with this code, if it was made on this device.
	 * @param nth which of them, from 0 for the newest
	 */
	withCode(code: string, nth = 0): SavedResult | undefined {
		return this.#results.filter((result) => result.code === code)[nth];
	}

	/** How many newer results have the same code. */
	nth({ seed, code }: SavedResult): number {
		return this.#results.filter((result) => result.code === code).findIndex((result) => result.seed === seed);
	}

	/** Files a result in front; an earlier one of the same run is replaced. */
	add(result: SavedResult): Writing {
		this.#removed = null;
		return this.#keep(withResult(this.#read(), result));
	}

	/** Deletes one result and the run that it came from; can be undone until the next step. */
	remove(result: SavedResult): void {
		const results = this.#read();
		const index = results.findIndex(({ seed }) => seed === result.seed);
		this.#removed = index < 0 ? null : { result, index, runs: this.#takeRuns(result) };
		this.#keep(results.filter(({ seed }) => seed !== result.seed));
	}

	/** Takes the last `remove` back, unless the same run was filed again since. */
	undo(): void {
		if (!this.#removed) return;
		const { result, index, runs } = this.#removed;
		const results = this.#read();
		const filedAgain = results.some(({ seed }) => seed === result.seed);
		this.#keep(filedAgain ? results : results.toSpliced(index, 0, result));
		for (const { slot, run } of runs) if (!this.#hasChoices(slot)) this.#device.write(slot, run);
		this.#removed = null;
	}

	/** Deletes everything of this quiz on this device, runs and set-aside data included. For good. */
	removeAll(): void {
		this.#removed = null;
		this.#results = [];
		this.#device.removeAll(KEY_PREFIX);
		this.#hasAnything = this.#look();
	}

	/** Follows what another tab does, and what was done while the page was put by. Returns a function that stops it. */
	listen(window: Window): () => void {
		return follow(window, resultsSlot.key, (newValue) => {
			this.#results = this.#read();
			this.#hasAnything = this.#look();
			// Everything was deleted there, for good.
			if (newValue === null) this.#removed = null;
		});
	}

	#read(): SavedResult[] {
		return readResults(this.#device);
	}

	#keep(results: SavedResult[]): Writing {
		this.#results = results;
		const writing = writeResults(this.#device, results);
		this.#hasAnything = this.#look();
		return writing;
	}

	#look(): boolean {
		return this.#device.keys(KEY_PREFIX).length > 0;
	}

	#takeRuns({ form, seed }: SavedResult): Lying[] {
		if (form === 'picked') return [];
		return [runSlot(form), previousRunSlot(form)].flatMap((slot) => {
			const reading = this.#device.read(slot);
			if (reading.state !== 'found' || reading.value.seed !== seed) return [];
			this.#device.remove(slot.key);
			return [{ slot, run: reading.value }];
		});
	}

	/** Whether a run was begun there since. */
	#hasChoices(slot: Slot<SavedRun>): boolean {
		const reading = this.#device.read(slot);
		return reading.state === 'found' && Object.keys(reading.value.choices).length > 0;
	}
}
