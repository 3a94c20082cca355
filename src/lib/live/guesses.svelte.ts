import * as v from 'valibot';
import type { Device, Slot } from '../device';
import { RUNGS, SceneIdSchema, type Rung, type SceneId } from '../questions';
import { mayWorkLater, send } from './request';
import { SEATS_PREFIX } from './saved';

const RETRY_MS = 2_000;

const GuessesSchema = v.object({
	schemaVersion: v.literal(1),
	round: v.number(),
	/** A rung of null is a guess that was skipped, or taken back. */
	guesses: v.record(SceneIdSchema, v.object({ rung: v.nullable(v.picklist(RUNGS)), sent: v.boolean() }))
});
type SavedGuesses = v.InferOutput<typeof GuessesSchema>;

/** Lies beside the seat, and is forgotten with it. */
function guessesSlot(code: string): Slot<SavedGuesses> {
	return { key: `${SEATS_PREFIX}${code}:guesses`, schema: GuessesSchema, migrations: [] };
}

/** What one person expects most to choose. Saved on the device first, and sent until the server stores or refuses it. */
export class Guesses {
	readonly #code: string;
	readonly #device: Device;
	#saved: SavedGuesses;
	#sending = false;
	#retry: ReturnType<typeof setTimeout> | undefined;

	constructor(code: string, device: Device, round: number) {
		this.#code = code;
		this.#device = device;
		const reading = device.read(guessesSlot(code));
		const saved = reading.state === 'found' && reading.value.round === round ? reading.value : null;
		this.#saved = $state.raw(saved ?? { schemaVersion: 1, round, guesses: {} });
	}

	/** Undefined where nothing was said; a rung of null is a skipped guess. */
	of(scene: SceneId): { rung: Rung | null; sent: boolean } | undefined {
		return this.#saved.guesses[scene];
	}

	open(): () => void {
		const again = () => void this.#send();
		window.addEventListener('online', again);
		again();
		return () => {
			clearTimeout(this.#retry);
			window.removeEventListener('online', again);
		};
	}

	guess(scene: SceneId, rung: Rung | null): void {
		// Of a guess that was never made the server needs to hear nothing.
		const sent = rung === null && !this.of(scene);
		this.#keep(scene, { rung, sent });
		void this.#send();
	}

	async #send(): Promise<void> {
		clearTimeout(this.#retry);
		if (this.#sending) return;
		this.#sending = true;
		for (let next = this.#unsent(); next; next = this.#unsent()) {
			const [scene, { rung }] = next;
			const { round } = this.#saved;
			const reply = await send(`/w/${this.#code}/answers`, { round, scene, asking: 'guess', rung });
			if (!reply || mayWorkLater(reply)) {
				this.#retry = setTimeout(() => void this.#send(), RETRY_MS);
				break;
			}
			if (this.of(scene)?.rung === rung) this.#keep(scene, reply.ok ? { rung, sent: true } : null);
		}
		this.#sending = false;
	}

	#unsent() {
		const all = Object.entries(this.#saved.guesses) as [SceneId, { rung: Rung | null; sent: boolean }][];
		return all.find(([, { sent }]) => !sent);
	}

	#keep(scene: SceneId, guess: { rung: Rung | null; sent: boolean } | null): void {
		const others = Object.entries(this.#saved.guesses).filter(([other]) => other !== scene);
		const guesses = Object.fromEntries([...others, ...(guess ? [[scene, guess] as const] : [])]);
		this.#saved = { ...this.#saved, guesses };
		this.#device.write(guessesSlot(this.#code), this.#saved);
	}
}
