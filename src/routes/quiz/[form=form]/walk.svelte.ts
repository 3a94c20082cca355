import type { ScenarioId } from '$lib/questions';
import type { QuizRun, SavedResult } from '$lib/quiz';

export const END = 'end';

/** A scene, from 0; the list of open scenes; or what a finished run shows first. */
export type Place = number | typeof END | 'finished';

type Scoring = Pick<typeof import('$lib/quiz/code-of'), 'codeOf'>;

export type Surroundings = {
	hash: () => string;
	goTo: (hash: string) => Promise<void>;
	show: (result: SavedResult) => Promise<void>;
	/** Called early: scoring comes while the next scenes are read. */
	loadScoring: () => Promise<Scoring>;
};

/** The way through the scenes of a run. The address says where it stands. */
export class Walk {
	readonly run: QuizRun;
	readonly #page: Surroundings;
	readonly #opened: Place;
	#scoring: Promise<Scoring> | undefined;
	#shownAt = 0;
	#askedIn: ScenarioId | null;

	readonly place: Place;
	/** The scene that is open, or was last. */
	readonly at: number;
	readonly current;
	/** Counts up. */
	plucked: number;
	/** "Next" was asked for without an answer. */
	readonly asked: boolean;
	/** Focus moves to a new scene, but not when the page is opened. */
	moved: boolean;

	constructor(run: QuizRun, page: Surroundings) {
		this.run = run;
		this.#page = page;
		// An address without a place means the place where this visit began, also when one comes back to it.
		this.#opened = run.finished && run.unanswered.length === 0 ? 'finished' : run.at;
		this.plucked = $state(0);
		this.#askedIn = $state(null);
		this.moved = $state(false);
		this.place = $derived(this.#placeIn(page.hash()));
		this.at = $derived(typeof this.place === 'number' ? this.place : run.at);
		this.current = $derived(run.sheet[this.at]);
		this.asked = $derived(
			this.current?.scene === this.#askedIn && run.stateOf(this.current.scene) === 'open'
		);
	}

	shown(): void {
		this.#shownAt = performance.now();
	}

	async move(to: number | typeof END): Promise<void> {
		this.#askedIn = null;
		this.moved = true;
		if (typeof to === 'number') this.run.goTo(to);
		await this.#page.goTo(typeof to === 'number' ? `#${to + 1}` : `#${END}`);
	}

	/** Follows the browser's back button, or an address changed by hand. */
	follow(hash: string): void {
		const to = this.#placeIn(hash);
		this.moved = true;
		if (typeof to === 'number') this.run.goTo(to);
	}

	choose(position: number): void {
		const rung = this.current?.rungs[position];
		if (!this.current || rung === undefined) return;
		void this.#loadScoring().catch(() => null);
		this.run.choose(this.current.scene, rung, position, performance.now() - this.#shownAt);
		this.plucked += 1;
	}

	async next(): Promise<void> {
		if (!this.current) return;
		if (this.run.stateOf(this.current.scene) === 'open') this.#askedIn = this.current.scene;
		else await this.#goOn();
	}

	async back(): Promise<void> {
		if (this.place === END) await this.move(this.run.sheet.length - 1);
		else if (this.at > 0) await this.move(this.at - 1);
	}

	async skip(): Promise<void> {
		if (!this.current) return;
		this.run.skip(this.current.scene);
		await this.#goOn();
	}

	async finish(): Promise<void> {
		const loaded = await this.#loadScoring().catch(() => null);
		if (!loaded) {
			this.run.notice = 'noNetwork';
			return;
		}
		// It is read once and handed on; nothing waits for it to change.
		// eslint-disable-next-line svelte/prefer-svelte-reactivity
		const result = this.run.finish(new Date(), loaded.codeOf);
		if (result) await this.#page.show(result);
	}

	async startOver(): Promise<void> {
		this.run.startOver();
		await this.move(0);
	}

	/** Takes "start over" back and returns to the place where it was said. */
	async undoStartOver(): Promise<void> {
		this.run.undoStartOver();
		await this.move(this.run.at);
	}

	async #goOn(): Promise<void> {
		if (this.at + 1 < this.run.sheet.length) await this.move(this.at + 1);
		else if (this.run.unanswered.length > 0) await this.move(END);
		else await this.finish();
	}

	#placeIn(hash: string): Place {
		if (hash === `#${END}`) return END;
		const name = hash.slice(1);
		const position = this.run.sheet.findIndex(({ scene }, i) => scene === name || String(i + 1) === name);
		if (position >= 0) return position;
		return this.#opened === 'finished' && !this.run.finished ? this.run.at : this.#opened;
	}

	/** Loads once; after a failure, again. */
	#loadScoring(): Promise<Scoring> {
		this.#scoring ??= this.#page.loadScoring();
		this.#scoring.catch(() => (this.#scoring = undefined));
		return this.#scoring;
	}
}
