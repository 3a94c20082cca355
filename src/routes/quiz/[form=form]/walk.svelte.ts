import type { Rung, ScenarioId } from '$lib/questions';
import { readPace, writePace, type Device, type Filing, type QuizRun, type SavedResult } from '$lib/quiz';

export const END = 'end';

/** A scene, from 0; the list of open scenes; or what a finished run shows first. */
export type Place = number | typeof END | 'finished';

/** How long a choice is seen before the next scene comes: the pluck, and as long again. */
export const BREATH = 400;

export type Surroundings = {
	hash: () => string;
	goTo: (hash: string) => Promise<void>;
	show: (result: SavedResult) => Promise<void>;
	/** Called early: what finishes a run comes while the next scenes are read. */
	loadFiling: () => Promise<Filing>;
	/** Nothing may move by itself. */
	isCalm: () => boolean;
};

/** The way through the scenes of a run. The address says where it stands. */
export class Walk {
	readonly run: QuizRun;
	readonly #page: Surroundings;
	/** Null until the run is opened: until then its first scene is shown, whatever the address says. */
	#opened: Place | null;
	#filing: Promise<Filing> | undefined;
	#shownAt = 0;
	#device: Device | null = null;
	#goingOn: ReturnType<typeof setTimeout> | undefined;
	#askedIn: ScenarioId | null;

	readonly place: Place;
	readonly at: number;
	readonly current;
	plucked: number;
	/** "Next" was asked for without an answer. */
	readonly asked: boolean;
	/** The next scene comes by itself after the first answer by touch. */
	goesOn: boolean;
	/** Focus moves to a new scene, but not when the page is opened. */
	moved: boolean;

	/** @param run without a device: `open` then brings one */
	constructor(run: QuizRun, page: Surroundings) {
		this.run = run;
		this.#page = page;
		this.#opened = $state(null);
		this.plucked = $state(0);
		this.#askedIn = $state(null);
		this.moved = $state(false);
		this.goesOn = $state(true);
		this.place = $derived(this.#opened === null ? 0 : this.#placeIn(page.hash(), this.#opened));
		this.at = $derived(typeof this.place === 'number' ? this.place : run.at);
		this.current = $derived(run.sheet[this.at]);
		this.asked = $derived(
			this.current?.scene === this.#askedIn && run.stateOf(this.current.scene) === 'open'
		);
	}

	/**
	 * @param early position of the option that was chosen in the first scene before the run was opened
	 * @param reseed whether a fresh run must not have the seed that was shown
	 */
	open(device: Device, { early = null as number | null, reseed = false } = {}): void {
		const { run } = this;
		const [first] = run.sheet;
		const rung = early === null ? undefined : first?.rungs[early];
		run.open(device, reseed);
		this.#device = device;
		this.goesOn = readPace(device) ?? !this.#page.isCalm();
		// An address without a place means the place where this visit began, also when one comes back to it.
		this.#opened = run.finished && run.unanswered.length === 0 ? 'finished' : run.at;
		if (!first || rung === undefined || run.stateOf(first.scene) !== 'open') return;
		const position = run.sheet.find(({ scene }) => scene === first.scene)?.rungs.indexOf(rung) ?? -1;
		if (position >= 0) this.#record(first.scene, rung, position);
	}

	get isOpen(): boolean {
		return this.#opened !== null;
	}

	/** What the server sent was shown when the page was first painted. */
	shown(): void {
		const [paint] = this.isOpen ? [] : performance.getEntriesByName('first-contentful-paint');
		this.#shownAt = paint?.startTime ?? performance.now();
	}

	setPace(goesOn: boolean): void {
		this.stay();
		this.goesOn = goesOn;
		if (this.#device) writePace(this.#device, goesOn);
	}

	/** Takes back what was to come by itself. */
	stay(): void {
		clearTimeout(this.#goingOn);
		this.#goingOn = undefined;
	}

	async move(to: number | typeof END): Promise<void> {
		this.stay();
		this.#askedIn = null;
		this.moved = true;
		if (typeof to === 'number') this.run.goTo(to);
		await this.#page.goTo(typeof to === 'number' ? `#${to + 1}` : `#${END}`);
	}

	follow(hash: string): void {
		if (this.#opened === null) return;
		this.stay();
		const to = this.#placeIn(hash, this.#opened);
		this.moved = true;
		if (typeof to === 'number') this.run.goTo(to);
	}

	/**
	 * Goes on by itself after a touch, but not from the last scene, and not where an answer is changed: who came back
	 * to change their mind decides when to go on.
	 */
	choose(position: number, isTouch = false): void {
		const { current } = this;
		const rung = current?.rungs[position];
		if (!current || rung === undefined) return;
		const isFirst = this.run.stateOf(current.scene) !== 'answered' || this.#goingOn !== undefined;
		this.stay();
		this.#record(current.scene, rung, position);
		if (!isTouch || !isFirst || !this.goesOn || this.at + 1 === this.run.sheet.length) return;
		this.#goingOn = setTimeout(() => this.current?.scene === current.scene && void this.#goOn(), BREATH);
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
		const loaded = await this.#loadFiling().catch(() => null);
		if (!loaded) {
			this.run.notice = 'noNetwork';
			return;
		}
		// It is read once and handed on; nothing waits for it to change.
		// eslint-disable-next-line svelte/prefer-svelte-reactivity
		const result = this.run.finish(new Date(), loaded);
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

	#record(scene: ScenarioId, rung: Rung, position: number): void {
		void this.#loadFiling().catch(() => null);
		this.run.choose(scene, rung, position, Math.max(0, performance.now() - this.#shownAt));
		this.plucked += 1;
	}

	#placeIn(hash: string, opened: Place): Place {
		if (hash === `#${END}`) return END;
		const name = hash.slice(1);
		const position = this.run.sheet.findIndex(({ scene }, i) => scene === name || String(i + 1) === name);
		if (position >= 0) return position;
		return opened === 'finished' && !this.run.finished ? this.run.at : opened;
	}

	#loadFiling(): Promise<Filing> {
		this.#filing ??= this.#page.loadFiling();
		this.#filing.catch(() => (this.#filing = undefined));
		return this.#filing;
	}
}
