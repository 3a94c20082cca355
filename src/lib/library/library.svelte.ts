import { follow, type Device, type Writing } from '../device';
import {
	emptyScene,
	freshId,
	isEqual,
	merge,
	OWN_SCENES_VERSION,
	transplant,
	type Merged,
	type OwnScene,
	type OwnSceneId
} from '../own-scenes';
import type { Language } from '../languages';
import { fits, scenesSlot } from './saved';

export type LibraryNotice = Exclude<Writing, 'saved'> | 'setAside' | 'noRoom';

type Scenes = readonly OwnScene[];
type Step = { before: Scenes; after: Scenes; field: string | null };

const MOST_STEPS = 200;

/**
 * The scenes that somebody writes on this device. Every step is saved at once and starts from what lies there, so that two
 * tabs add to one list; undoing takes back what this tab has done and nothing else.
 */
export class SceneLibrary {
	readonly #device: Device;
	#scenes: Scenes = $state.raw([]);
	#done: readonly Step[] = $state.raw([]);
	#undone: readonly Step[] = $state.raw([]);
	/** Since the last saving failed. */
	#unsaved: Step[] = [];
	#hasSetAside = $state(false);
	notice = $state.raw<LibraryNotice | null>(null);

	constructor(device: Device) {
		this.#device = device;
		this.#catchUp();
	}

	get scenes(): Scenes {
		return this.#scenes;
	}

	get canUndo(): boolean {
		return this.#done.length > 0;
	}

	get canRedo(): boolean {
		return this.#undone.length > 0;
	}

	/** Tells whether something else was done since: the same object for the same step. */
	get lastStep(): object | null {
		return this.#done.at(-1) ?? null;
	}

	get hasSetAside(): boolean {
		return this.#hasSetAside;
	}

	sceneOf(id: string): OwnScene | null {
		return this.#scenes.find((scene) => scene.id === id) ?? null;
	}

	/** Adds an empty scene at the end. Returns null where there is no room. */
	add(language: Language): OwnSceneId | null {
		const id = freshId(this.#scenes);
		return this.#change((scenes) => [...scenes, emptyScene(id, language)]) ? id : null;
	}

	/** Puts a copy behind the scene. What readers made of its words stays true of the copy until these change. */
	duplicate(id: OwnSceneId): OwnSceneId | null {
		const copy = freshId(this.#scenes);
		const isThere = this.#change((scenes) =>
			scenes.flatMap((scene) => (scene.id === id ? [scene, { ...scene, id: copy }] : [scene]))
		);
		return isThere ? copy : null;
	}

	remove(id: OwnSceneId): void {
		this.#change((scenes) => scenes.filter((scene) => scene.id !== id));
	}

	/** What was set aside goes as well, and for good: nobody has seen it. */
	removeAll(): void {
		this.#change(() => []);
		this.#device.removeAll(scenesSlot.key);
		this.#hasSetAside = false;
		if (this.notice === 'forbidden') return;
		this.#unsaved = [];
		this.notice = null;
	}

	/** @param by places, less than 0 for towards the beginning */
	move(id: OwnSceneId, by: number): void {
		this.#change((scenes) => {
			const from = scenes.findIndex((scene) => scene.id === id);
			const scene = scenes[from];
			if (!scene || !scenes[from + by]) return scenes;
			return scenes.toSpliced(from, 1).toSpliced(from + by, 0, scene);
		});
	}

	/**
	 * @param field names what somebody types in: steps in one field, one after the other, are undone together
	 * @returns false where the scene is gone, or there is no room
	 */
	edit(id: OwnSceneId, change: (scene: OwnScene) => OwnScene, field: string | null = null): boolean {
		return this.#change(
			(scenes) => scenes.map((scene) => (scene.id === id ? change(scene) : scene)),
			field && `${id} ${field}`
		);
	}

	/** The next step is undone by itself, though it be in the same field. */
	settle(): void {
		const last = this.#done.at(-1);
		if (last?.field) this.#done = [...this.#done.slice(0, -1), { ...last, field: null }];
	}

	/** Takes all of them in, or none: null where they do not fit. */
	take(coming: Scenes): Merged | null {
		let merged: Merged | null = null;
		const isIn = this.#change((scenes) => (merged = merge(scenes, coming)).scenes);
		return isIn ? merged : null;
	}

	undo(): void {
		const step = this.#done.at(-1);
		if (!step) return;
		if (!this.#apply({ before: step.after, after: step.before, field: null })) return;
		this.#done = this.#done.slice(0, -1);
		this.#undone = [...this.#undone, step];
	}

	redo(): void {
		const step = this.#undone.at(-1);
		if (!step) return;
		if (!this.#apply(step)) return;
		this.#undone = this.#undone.slice(0, -1);
		this.#done = [...this.#done, { ...step, field: null }];
	}

	listen(window: Window): () => void {
		return follow(window, scenesSlot.key, () => this.#catchUp());
	}

	/** @returns false where nothing was changed for want of room */
	#change(change: (scenes: Scenes) => Scenes, field: string | null = null): boolean {
		this.#catchUp();
		const before = this.#scenes;
		const after = change(before);
		if (isEqual(before, after)) return true;
		if (!fits(after)) {
			this.notice = 'noRoom';
			return false;
		}
		const last = this.#done.at(-1);
		// What another tab wrote in between belongs to no step of this one.
		this.#done =
			field && last?.field === field
				? [...this.#done.slice(0, -1), { ...last, after: transplant(last.after, before, after) }]
				: [...this.#done, { before, after, field }].slice(-MOST_STEPS);
		this.#undone = [];
		this.#keep({ before, after, field });
		return true;
	}

	#apply({ before, after, field }: Step): boolean {
		this.#catchUp();
		const current = this.#scenes;
		const next = transplant(current, before, after);
		if (!fits(next)) {
			this.notice = 'noRoom';
			return false;
		}
		this.#keep({ before: current, after: next, field });
		return true;
	}

	/** Takes over what lies on the device, with what this tab could not save on top. */
	#catchUp(): void {
		const reading = this.#device.read(scenesSlot);
		if (reading.state === 'forbidden') this.notice = 'forbidden';
		else if (reading.state === 'setAside') this.notice = 'setAside';
		this.#hasSetAside = this.#device.keys(`${scenesSlot.key}:set-aside`).length > 0;
		if (reading.state === 'forbidden' || (reading.state !== 'found' && this.#unsaved.length > 0)) return;
		const there = reading.state === 'found' ? reading.value.scenes : [];
		const next = this.#unsaved.reduce<Scenes>(
			(scenes, { before, after }) => transplant(scenes, before, after),
			there
		);
		if (!isEqual(next, this.#scenes)) this.#scenes = next;
	}

	#keep(step: Step): void {
		this.#scenes = step.after;
		const writing = this.#device.write(scenesSlot, { schemaVersion: OWN_SCENES_VERSION, scenes: step.after });
		if (writing === 'saved') {
			this.#unsaved = [];
			this.notice = null;
		} else {
			this.#unsaved.push(step);
			this.notice = writing;
		}
	}
}
