import * as v from 'valibot';
import type { Slot } from '$lib/device';

const ColoursSchema = v.object({ schemaVersion: v.literal(1), dark: v.boolean() });

/** Whether this device's projector was switched to dark. */
export const COLOURS: Slot<v.InferOutput<typeof ColoursSchema>> = {
	key: 'no-strings:screen',
	schema: ColoursSchema,
	migrations: []
};
