import { isSceneId, type ByScene, type ScenarioId, type SceneId } from '../questions';

/** What is asked of a scene: what one would do, the same again after the discussion, and what most people will have chosen. */
export const ASKINGS = ['once', 'again', 'guess'] as const;
export type Asking = (typeof ASKINGS)[number];

/** Names what somebody answers. Replies to a scene that is asked once go by its id, as they always did. */
export type AnswerKey = SceneId | `${SceneId}/${Exclude<Asking, 'once'>}`;

export type ByAnswerKey<T> = ByScene<T> & Partial<Record<`${ScenarioId}/${Exclude<Asking, 'once'>}`, T>>;

export function answerKey(scene: SceneId, asking: Asking): AnswerKey {
	return asking === 'once' ? scene : `${scene}/${asking}`;
}

/** Returns null for what names nothing that can be answered. */
export function readAnswerKey(text: string): { scene: SceneId; asking: Asking } | null {
	const [scene = '', suffix, ...rest] = text.split('/');
	const asking =
		suffix === undefined ? 'once' : ASKINGS.find((asking) => asking !== 'once' && asking === suffix);
	return isSceneId(scene) && asking && rest.length === 0 ? { scene, asking } : null;
}

export function givenTo<T>(asking: Asking, answers: Readonly<Partial<Record<AnswerKey, T>>>): ByScene<T> {
	const all = Object.entries(answers) as [AnswerKey, T][];
	return Object.fromEntries(
		all.flatMap(([key, answer]) => {
			const read = readAnswerKey(key);
			return read?.asking === asking ? [[read.scene, answer] as const] : [];
		})
	);
}
