import * as v from 'valibot';
import type { Shelf } from '$lib/device';

const ColoursSchema = v.object({ schemaVersion: v.literal(1), dark: v.boolean() });

/** Whether this device's projector was switched to dark. */
export const COLOURS: Shelf<v.InferOutput<typeof ColoursSchema>> = {
	key: 'no-strings:screen',
	schema: ColoursSchema,
	migrations: []
};
