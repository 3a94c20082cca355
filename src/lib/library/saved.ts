import * as v from 'valibot';
import type { Slot } from '../device';
import {
	IN_FILE,
	bytesOf,
	merge,
	OWN_SCENES_VERSION,
	OwnScenesSchema,
	type OwnScene,
	type OwnScenes
} from '../own-scenes';

/** Without the prefix of what a quiz keeps: who deletes all results on a device does not mean an evening's writing. */
const KEY = 'no-strings-scenes:all';

/** Whether these can be kept, and read again: steps of two tabs together may break a rule that each keeps. */
export const fits = (scenes: readonly OwnScene[]): boolean =>
	scenes.length <= IN_FILE.scenes &&
	bytesOf(scenes) <= IN_FILE.bytes &&
	v.is(OwnScenesSchema, { schemaVersion: OWN_SCENES_VERSION, scenes });

export const scenesSlot: Slot<OwnScenes> = {
	key: KEY,
	schema: OwnScenesSchema,
	migrations: [],
	merge: (current, back) => {
		const { scenes } = merge(current.scenes, back.scenes);
		return fits(scenes) ? { ...current, scenes } : null;
	}
};
