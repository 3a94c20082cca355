import type { SharedSnapshot } from '../protocol';
import type { SceneId } from '../questions';

/** Who sees a scene open and does not answer it is there and sits out; who does not see it may have left. */
export class SeenScenes {
	#round = 0;
	readonly #open = new Set<SceneId>();
	readonly #closed = new Set<SceneId>();
	/** Of which the server heard that they were seen and not answered. */
	readonly #heard = new Set<SceneId>();

	/** @returns scenes that are open for an answer again */
	follow({ round, scenes, statuses }: SharedSnapshot, isLooking: boolean): SceneId[] {
		if (round !== this.#round) for (const seen of [this.#open, this.#closed, this.#heard]) seen.clear();
		this.#round = round;
		const reopened: SceneId[] = [];
		scenes.forEach((scene, i) => {
			if (statuses[i] === 'open') {
				if (!this.#open.has(scene) && this.#heard.delete(scene)) reopened.push(scene);
				if (isLooking) this.#open.add(scene);
				this.#closed.delete(scene);
			} else if (this.#open.delete(scene) && statuses[i] !== 'waiting') this.#closed.add(scene);
		});
		return reopened;
	}

	get open(): SceneId[] {
		return [...this.#open];
	}

	/** Whether scenes were seen to close of which nothing was told. */
	get isFull(): boolean {
		return this.#closed.size > 0;
	}

	empty(): SceneId[] {
		const scenes = [...this.#closed];
		this.#closed.clear();
		return scenes;
	}

	putBack(scenes: readonly SceneId[]): void {
		for (const scene of scenes) this.#closed.add(scene);
	}

	hear(scenes: readonly SceneId[]): void {
		for (const scene of scenes) this.#heard.add(scene);
	}

	isHeard(scene: SceneId): boolean {
		return this.#heard.has(scene);
	}
}
