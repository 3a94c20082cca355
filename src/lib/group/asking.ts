import type { ByScene, SceneId } from '../questions';

/** What is asked of a scene: what one would do, the same again after the discussion, and what most people will have chosen. */
export const ASKINGS = ['once', 'again', 'guess'] as const;
export type Asking = (typeof ASKINGS)[number];

/** Names what somebody answers. Replies to a scene that is asked once go by its id, as they always did. */
export type AnswerKey = SceneId | `${SceneId}/${Exclude<Asking, 'once'>}`;

export function answerKey(scene: SceneId, asking: Asking): AnswerKey {
	return asking === 'once' ? scene : `${scene}/${asking}`;
}

export function givenTo<T>(asking: Asking, answers: Readonly<Partial<Record<AnswerKey, T>>>): ByScene<T> {
	const all = Object.entries(answers) as [AnswerKey, T][];
	return Object.fromEntries(
		all.flatMap(([key, answer]) => {
			const [scene, suffix = 'once'] = key.split('/') as [SceneId, Asking?];
			return suffix === asking ? [[scene, answer] as const] : [];
		})
	);
}
