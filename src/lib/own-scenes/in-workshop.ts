import * as v from 'valibot';
import type { OwnSceneId, Rung } from '../questions';
import { RUNGS } from '../questions';
import { isUnchecked } from './check';
import { bytesOf, IN_WORKSHOP, OwnScenesSchema, type OwnScene } from './schema';
import { isWhole, optionCount } from './scene';

/** A scene as a workshop keeps it. Of what readers made of it only stays whether there was one. */
export type AskedScene = Omit<OwnScene, 'checks'> & { unchecked: boolean };

/** The rung of each option; without a ladder they stand for its position alone. */
export type Shape = { rungs: readonly Rung[]; ladder: boolean };
export type Shapes = Readonly<Partial<Record<OwnSceneId, Shape>>>;

export function toAsked({ checks, ...scene }: OwnScene): AskedScene {
	return { ...scene, unchecked: isUnchecked({ ...scene, checks }) };
}

export function rungsOf(scene: Pick<OwnScene, 'rungs' | 'language' | 'words'>): readonly Rung[] {
	return scene.rungs ?? RUNGS.slice(0, optionCount(scene));
}

export function shapesOf(scenes: readonly AskedScene[]): Shapes {
	return Object.fromEntries(
		scenes.map((scene) => [scene.id, { rungs: rungsOf(scene), ladder: scene.rungs !== null }])
	);
}

/** Whether a workshop can keep these: not with an empty field, nor more than it may hold. */
export function fitsInWorkshop(scenes: readonly OwnScene[]): boolean {
	return (
		scenes.length <= IN_WORKSHOP.scenes &&
		bytesOf(scenes.map(toAsked)) <= IN_WORKSHOP.bytes &&
		scenes.every(isWhole)
	);
}

/** Of scenes on their way into a workshop. */
export const ToAskSchema = v.pipe(
	OwnScenesSchema,
	v.transform(({ scenes }) => scenes),
	v.check(fitsInWorkshop),
	v.transform((scenes) => scenes.map(toAsked))
);
