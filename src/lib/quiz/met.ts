import * as v from 'valibot';
import { KEY_PREFIX, type Device, type Slot, type Writing } from '../device';

const MetSchema = v.object({ schemaVersion: v.literal(1), code: v.string() });

export const metSlot: Slot<v.InferOutput<typeof MetSchema>> = {
	key: `${KEY_PREFIX}met`,
	schema: MetSchema,
	migrations: []
};

/** Returns the code of the result from which somebody set out to take the quiz. @param visit of the tab, not of the device */
export function readMet(visit: Device): string | null {
	const reading = visit.read(metSlot);
	return reading.state === 'found' ? reading.value.code : null;
}

export function writeMet(visit: Device, code: string): Writing {
	return visit.write(metSlot, { schemaVersion: 1, code });
}
