import * as v from 'valibot';
import { KEY_PREFIX, type Slot } from '$lib/device';

const ColoursSchema = v.object({ schemaVersion: v.literal(1), dark: v.boolean() });

export const COLOURS: Slot<v.InferOutput<typeof ColoursSchema>> = {
	key: `${KEY_PREFIX}screen`,
	schema: ColoursSchema,
	migrations: []
};
