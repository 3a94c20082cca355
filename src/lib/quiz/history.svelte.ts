import { follow, KEY_PREFIX, type Device, type Slot, type Writing } from '../device';
import {
	readResults,
	resultsSlot,
	withResult,
	writeResults,
	type SavedResult,
	type SavedResults
} from './results';
import { previousRunSlot, runSlot, type SavedRun } from './saved';

type Lying = { slot: Slot<SavedRun>; run: SavedRun };

export class ResultHistory {
	readonly #device: Device;
	#saved: SavedResults;
	/** Until the next step: what was deleted, where it stood and the run that it came from. */
	#removed: { result: SavedResult; index: number; runs: Lying[] } | null;
	#hasAnything: boolean;

	constructor(device: Device) {
		this.#device = device;
		this.#saved = $state.raw(readResults(device));
		this.#removed = $state.raw(null);
		this.#hasAnything = $state(this.#look());
	}

	get results(): readonly SavedResult[] {
		return this.#saved.results;
	}

	get unreadable(): number {
		return this.#saved.unreadable?.length ?? 0;
	}

	get canUndo(): boolean {
		return this.#removed !== null;
	}

	/** Anything of ours: results, runs, seats, settings. */
	get hasAnything(): boolean {
		return this.#hasAnything;
	}

	/** @param nth which of several with this code, from 0 for the newest */
	withCode(code: string, nth = 0): SavedResult | undefined {
		return this.results.filter((result) => result.code === code)[nth];
	}

	nth({ seed, code }: SavedResult): number {
		return this.results.filter((result) => result.code === code).findIndex((result) => result.seed === seed);
	}

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

	/** Takes the last `remove` back, unless the same run was filed again since. Where it is not saved, it can be repeated. */
	undo(): Writing {
		if (!this.#removed) return 'saved';
		const { result, index, runs } = this.#removed;
		const results = this.#read();
		const filedAgain = results.some(({ seed }) => seed === result.seed);
		const writing = this.#keep(filedAgain ? results : results.toSpliced(index, 0, result));
		if (writing !== 'saved') {
			this.#saved = readResults(this.#device);
			return writing;
		}
		for (const { slot, run } of runs) if (!this.#hasChoices(slot)) this.#device.write(slot, run);
		this.#removed = null;
		return writing;
	}

	/** Whether its run is the one that lies on this device, so that its answers can be changed. */
	hasRun({ form, seed }: SavedResult): boolean {
		if (form === 'picked') return false;
		const reading = this.#device.read(runSlot(form));
		return reading.state === 'found' && reading.value.seed === seed;
	}

	/** Deletes runs and set-aside data as well, for good. */
	removeAll(): void {
		this.#removed = null;
		this.#device.removeAll(KEY_PREFIX);
		this.#saved = { schemaVersion: 1, results: [] };
		this.#hasAnything = this.#look();
	}

	/** Follows other tabs, and a page that was put by. Returns the way to stop. */
	listen(window: Window): () => void {
		return follow(window, resultsSlot.key, (newValue) => {
			this.#saved = readResults(this.#device);
			this.#hasAnything = this.#look();
			if (newValue === null) this.#removed = null;
		});
	}

	#read(): SavedResult[] {
		return readResults(this.#device).results;
	}

	#keep(results: SavedResult[]): Writing {
		this.#saved = { ...readResults(this.#device), results };
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

	#hasChoices(slot: Slot<SavedRun>): boolean {
		const reading = this.#device.read(slot);
		return reading.state === 'found' && Object.keys(reading.value.choices).length > 0;
	}
}
