import type { SceneId } from '$lib/questions';

type Picture = SceneId | 'end';

/** What a page has seen unanswered: whose picture grows when it comes, once. */
export class Awaited {
	readonly #pictures = new Set<Picture>();

	add(...pictures: readonly Picture[]): void {
		for (const picture of pictures) this.#pictures.add(picture);
	}

	/** Returns whether it was awaited; from then on it no longer is. */
	take(picture: Picture): boolean {
		return this.#pictures.delete(picture);
	}
}
