import {
	bytesOf,
	emptyOption,
	emptyWords,
	OWN_SCENES_VERSION,
	toAsked,
	type OwnScene,
	type OwnSceneId,
	type OwnWords
} from '../../src/lib/own-scenes';
import type { Language } from '../../src/lib/questions';

type Given = Partial<Omit<OwnWords, 'options'>> & {
	language?: Language;
	rungs?: OwnScene['rungs'];
	options: readonly string[];
};

/** A scene as somebody wrote it, in one language; without rungs it asks for an opinion. */
export function ownScene(
	id: OwnSceneId,
	{ language = 'en', rungs = null, options, ...words }: Given
): OwnScene {
	const written: OwnWords = {
		...emptyWords(0),
		title: `Scene ${id}`,
		stem: `Somebody tells of ${id}.`,
		...words,
		options: options.map((text) => ({ ...emptyOption(), text }))
	};
	return { id, language, rungs, words: { [language]: written }, checks: [] };
}

/** The file of some scenes, as the opening form posts it. */
export const fileOf = (scenes: readonly unknown[], schemaVersion: number = OWN_SCENES_VERSION): string =>
	JSON.stringify({ schemaVersion, scenes });

/** As many scenes as told, which take just so many bytes in a workshop. */
export function scenesOfSize(count: number, bytes: number): OwnScene[] {
	const scenes = Array.from({ length: count }, (_, i) =>
		ownScene(`own-many-${i}`, { rungs: [4, 0], options: ['Ask for a date.', 'Wait for a favour.'] })
	);
	let left = bytes - bytesOf(scenes.map(toAsked));
	return scenes.map((scene) => {
		const words = scene.words.en ?? emptyWords(2);
		const [otherSide, stem] = [700, 700].map((most) => {
			const length = Math.min(most, left);
			left -= length;
			return 'x'.repeat(length);
		}) as [string, string];
		return { ...scene, words: { en: { ...words, otherSide, stem: words.stem + stem } } };
	});
}
