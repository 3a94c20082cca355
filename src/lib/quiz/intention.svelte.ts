import * as v from 'valibot';
import { follow, type Device, type Writing } from '../device';
import { intentionSlot } from './saved';

export type Keeping = Writing | 'tooLong';

/** One line, "what I will try": it lies on this device and goes nowhere else. */
export class Intention {
	readonly #device: Device;
	#text: string;

	constructor(device: Device) {
		this.#device = device;
		this.#text = $state.raw(this.#read());
	}

	get text(): string {
		return this.#text;
	}

	/** Empty forgets the line. Where the browser does not save, it stays as long as the page. */
	keep(line: string): Keeping {
		if (line.trim() === '') {
			this.#text = '';
			this.#device.remove(intentionSlot.key);
			return 'saved';
		}
		const saved = v.safeParse(intentionSlot.schema, { schemaVersion: 1, text: line });
		if (!saved.success) return 'tooLong';
		this.#text = saved.output.text;
		return this.#device.write(intentionSlot, saved.output);
	}

	listen(window: Window): () => void {
		return follow(window, intentionSlot.key, () => (this.#text = this.#read()));
	}

	#read(): string {
		const reading = this.#device.read(intentionSlot);
		return reading.state === 'found' ? reading.value.text : '';
	}
}
