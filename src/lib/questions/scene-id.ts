import * as v from 'valibot';
import { isScenarioId, type ScenarioId } from './scenarios';

/** Of a scene that a host wrote. */
export type OwnSceneId = `own-${string}`;
/** What a workshop may ask. */
export type SceneId = ScenarioId | OwnSceneId;

/** Something of each of some scenes. */
export type ByScene<T> = Partial<Record<ScenarioId, T>> & { [scene: OwnSceneId]: T };

export const LONGEST_SCENE_ID = 48;
/** No scene of ours has such an id. */
export const OWN_SCENE_ID = /^own-[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function isOwnSceneId(id: string): id is OwnSceneId {
	return id.length <= LONGEST_SCENE_ID && OWN_SCENE_ID.test(id);
}

/** Whether answers to it count for scores: to a scene that a host wrote they never do, rungs or not. */
export function isScored(scene: SceneId): scene is ScenarioId {
	return isScenarioId(scene);
}

export function isSceneId(id: string): id is SceneId {
	return isScenarioId(id) || isOwnSceneId(id);
}

export const SceneIdSchema = v.custom<SceneId>((value) => typeof value === 'string' && isSceneId(value));
