import {
	formOf,
	KEY_VERSION,
	sheetFor,
	type Form,
	type FormId,
	type Rung,
	type ScenarioId
} from '../questions';
import type { Answers } from '../scoring';
import { Device, follow, KEY_PREFIX } from '../device';
import type { SavedResult } from './results';
import { answersOf, previousRunSlot, runSlot, type SavedRun } from './saved';

export type SceneState = 'answered' | 'skipped' | 'open';

export type RunNotice = 'noNetwork' | 'resumed' | 'setAside' | 'forbidden' | 'full' | 'otherTab' | 'deleted';

export function drawSeed(): number {
	const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
	return seed;
}

function freshRun(form: FormId, seed = drawSeed()): SavedRun {
	return {
		schemaVersion: 1,
		form,
		version: KEY_VERSION,
		seed,
		choices: {},
		skipped: [],
		at: 0,
		finished: null
	};
}

export type Filing = Pick<typeof import('./filing'), 'codeOf' | 'fileResult'>;

type Step = (run: SavedRun) => SavedRun;

/** Where a run lies that no device has opened: a server's, or one that is only shown. */
const NOWHERE = { getItem: () => null, setItem: () => {}, removeItem: () => {} } as unknown as Storage;

/**
 * Every step is on the device before it is on the screen, and starts from what lies there: two tabs add to
 * one run.
 */
export class QuizRun {
	/** Of the version that the run was begun in. */
	readonly form: Form<FormId>;
	#device: Device;
	#saved: SavedRun;
	/** What "start over" put away, and the seed of the run that it can be exchanged for. */
	#previous: { run: SavedRun; undoes: number } | null;
	/** Steps since the last saving failed. */
	#unsaved: Step[] = [];
	notice: RunNotice | null;
	/** The result that was finished last lies on the device. */
	isFiled = false;

	readonly sheet;
	readonly answers: Answers;
	readonly answeredCount: number;
	readonly missing: number;
	/** Positions from 0 of scenes without an answer, skipped ones included. */
	readonly unanswered: number[];
	/** Scenes that may still be skipped and leave a score. */
	readonly skipsLeft: number;

	/**
	 * @param device where it is kept; without one, a fresh run that can be shown and later opened
	 * @param seed of a fresh run
	 */
	constructor(formId: FormId, device: Device | null, seed?: number) {
		this.#device = new Device(() => NOWHERE);
		this.#saved = $state.raw(freshRun(formId, seed));
		this.#previous = $state.raw(null);
		this.notice = $state(null);

		this.form = $derived(formOf(this.#saved.form, this.#saved.version));
		this.sheet = $derived(sheetFor(this.form, this.#saved.seed));
		this.answers = $derived(answersOf(this.#saved.choices));
		this.answeredCount = $derived(Object.keys(this.#saved.choices).length);
		this.missing = $derived(Math.max(0, this.form.minimumAnswers - this.answeredCount));
		this.unanswered = $derived(
			this.sheet.flatMap(({ scene }, position) => (this.#saved.choices[scene] ? [] : [position]))
		);
		this.skipsLeft = $derived(
			this.form.scenarioIds.length - this.form.minimumAnswers - this.#saved.skipped.length
		);

		if (device) this.open(device);
	}

	/**
	 * Takes over the run that lies on the device, or leaves this one there.
	 * @param reseed gives this one a new seed before
	 */
	open(device: Device, reseed = false): void {
		this.#device = device;
		const { form } = this.#saved;
		if (reseed) this.#saved = freshRun(form);
		const reading = device.read(runSlot(form));
		if (reading.state === 'found') this.#saved = reading.value;
		const previous = device.read(previousRunSlot(form));
		if (previous.state === 'found') this.#previous = { run: previous.value, undoes: this.#saved.seed };
		this.notice = noticeAbout(reading);
		if (reading.state === 'empty' || reading.state === 'setAside') this.#keep((run) => run);
	}

	get seed(): number {
		return this.#saved.seed;
	}

	get at(): number {
		return Math.min(this.#saved.at, this.sheet.length - 1);
	}

	get finished(): SavedRun['finished'] {
		return this.#saved.finished;
	}

	get canUndoStartOver(): boolean {
		return this.#previous?.undoes === this.#saved.seed && this.answeredCount === 0;
	}

	chosen(scene: ScenarioId): Rung | undefined {
		return this.#saved.choices[scene]?.rung;
	}

	stateOf(scene: ScenarioId): SceneState {
		if (this.#saved.choices[scene]) return 'answered';
		return this.#saved.skipped.includes(scene) ? 'skipped' : 'open';
	}

	choose(scene: ScenarioId, rung: Rung, position: number, milliseconds: number): void {
		this.#change((run) => ({
			...run,
			choices: {
				...run.choices,
				// The time of the first choice counts: changing one's mind later says nothing about haste.
				[scene]: {
					rung,
					position,
					milliseconds: run.choices[scene]?.milliseconds ?? Math.round(milliseconds)
				}
			},
			skipped: run.skipped.filter((id) => id !== scene)
		}));
		this.#forgetPrevious();
	}

	skip(scene: ScenarioId): void {
		this.#change((run) =>
			run.choices[scene] || run.skipped.includes(scene) ? run : { ...run, skipped: [...run.skipped, scene] }
		);
	}

	goTo(position: number): void {
		if (position !== this.#saved.at) this.#change((run) => ({ ...run, at: position }));
	}

	startOver(): void {
		this.#catchUp();
		if (this.answeredCount === 0) {
			// Nothing to put away, and what was put away before can still come back.
			this.#keep((run) => ({ ...run, skipped: [], at: 0 }));
			return;
		}
		const run = this.#saved;
		const fresh = freshRun(this.form.id);
		this.#previous = { run, undoes: fresh.seed };
		const writing = this.#device.write(previousRunSlot(this.form.id), run);
		this.#keep(() => fresh);
		if (writing !== 'saved') this.notice = writing;
	}

	undoStartOver(): void {
		this.#catchUp();
		if (!this.#previous || !this.canUndoStartOver) {
			this.notice = 'otherTab';
			return;
		}
		const { run } = this.#previous;
		this.#keep(() => run);
		this.#forgetPrevious();
	}

	deleteAll(): void {
		this.#device.removeAll(KEY_PREFIX);
		this.#previous = null;
		this.#unsaved = [];
		this.notice = null;
		const fresh = freshRun(this.form.id);
		this.#keep(() => fresh);
		this.notice ??= 'deleted';
	}

	/**
	 * Files the result and returns it, or null while there are too few answers.
	 * @param filing loaded only when needed
	 */
	finish(now: Date, filing: Filing): SavedResult | null {
		this.#catchUp();
		const code = filing.codeOf(this.answers, this.form);
		if (!code) return null;
		const at = now.toISOString();
		this.#keep((run) => ({ ...run, finished: { at, code } }));
		const { seed, version, choices } = this.#saved;
		const result: SavedResult = { seed, form: this.form.id, version, code, at, choices };
		const writing = filing.fileResult(this.#device, result);
		this.isFiled = writing === 'saved';
		if (writing !== 'saved') this.notice = writing;
		return result;
	}

	/** Follows other tabs, and a page that was put by. Returns the way to stop. */
	listen(window: Window): () => void {
		return follow(window, runSlot(this.form.id).key, (newValue) => {
			this.#catchUp();
			if (typeof newValue === 'string' && this.#unsaved.length === 0) this.notice = 'otherTab';
		});
	}

	#change(step: Step): void {
		this.#catchUp();
		this.#keep(step);
	}

	/** Takes over what lies on the device; this tab's place, and what it could not save, stay on top. */
	#catchUp(): void {
		const reading = this.#device.read(runSlot(this.form.id));
		if (reading.state === 'found') {
			const there = { ...reading.value, at: this.#saved.at };
			this.#saved = this.#unsaved.reduce((run, step) => step(run), there);
		} else if (reading.state === 'setAside') {
			this.#keep((run) => run);
		} else if (reading.state === 'empty' && this.#unsaved.length === 0) {
			// Somebody deleted it: it must not come back with the next step.
			this.#saved = freshRun(this.form.id);
		}
	}

	#keep(step: Step): void {
		this.#saved = step(this.#saved);
		const writing = this.#device.write(runSlot(this.form.id), this.#saved);
		if (writing === 'saved') {
			this.#unsaved = [];
			if (this.notice === 'full' || this.notice === 'forbidden') this.notice = null;
		} else {
			this.#unsaved.push(step);
			this.notice = writing;
		}
	}

	#forgetPrevious(): void {
		// While steps are unsaved, a reload still needs it.
		if (this.#unsaved.length > 0) return;
		this.#previous = null;
		this.#device.remove(previousRunSlot(this.form.id).key);
	}
}

function noticeAbout(reading: ReturnType<Device['read']> & { value?: unknown }): RunNotice | null {
	if (reading.state === 'setAside' || reading.state === 'forbidden') return reading.state;
	if (reading.state === 'found') {
		const run = reading.value as SavedRun;
		return Object.keys(run.choices).length > 0 && !run.finished ? 'resumed' : null;
	}
	return null;
}
