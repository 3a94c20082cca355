import type { AskedScene } from '../own-scenes';
import { withPass, type SharedSnapshot } from '../protocol';
import { isOwnSceneId } from '../questions';
import { ask, mayWorkLater } from './request';

/** Between two questions. Doubled each time, and partly random: a hall must not ask in one moment. */
const RETRY_MS = { least: 2_000, most: 60_000 };

/** The words of the scenes that the host wrote, asked for until they have come. */
export class OwnScenes {
	readonly #code: string;
	readonly #onCome: (() => void) | undefined;
	#pass: string | null = null;
	#wait = RETRY_MS.least;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#isAsking = false;
	#isClosed = false;

	/** Null where they cannot be had, or not yet. */
	scenes: readonly AskedScene[] | null;
	/** They were asked for in vain, and are asked for again. */
	isMissing: boolean;

	constructor(code: string, known: readonly AskedScene[] | null, onCome?: () => void) {
		this.#code = code;
		this.#onCome = onCome;
		this.scenes = $state.raw(known);
		this.isMissing = $state(false);
	}

	/** Asks for what a workshop has and this page has not. */
	follow({ scenes, pass }: Pick<SharedSnapshot, 'scenes' | 'pass'>): void {
		this.#pass = pass;
		if (this.scenes === null && this.#retry === undefined && scenes.some(isOwnSceneId)) void this.ask();
	}

	/** Asks at once, as somebody who presses a button wants it. */
	async ask(): Promise<void> {
		if (this.#isAsking || this.#isClosed) return;
		clearTimeout(this.#retry);
		this.#isAsking = true;
		const reply = await ask(withPass(`/w/${this.#code}/scenes`, this.#pass));
		this.#isAsking = false;
		if (this.#isClosed) return;
		this.isMissing = mayWorkLater(reply);
		if (reply?.ok) {
			this.scenes = (reply.body as { scenes: readonly AskedScene[] }).scenes;
			this.#onCome?.();
		} else if (this.isMissing) this.#askLater();
		else this.close();
	}

	close(): void {
		this.#isClosed = true;
		clearTimeout(this.#retry);
	}

	#askLater(): void {
		this.#retry = setTimeout(() => void this.ask(), this.#wait * (0.5 + Math.random()));
		this.#wait = Math.min(2 * this.#wait, RETRY_MS.most);
	}
}
