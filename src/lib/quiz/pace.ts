import * as v from 'valibot';
import { KEY_PREFIX, type Device, type Slot, type Writing } from '../device';

const PaceSchema = v.object({ schemaVersion: v.literal(1), goesOn: v.boolean() });

const paceSlot: Slot<v.InferOutput<typeof PaceSchema>> = {
	key: `${KEY_PREFIX}pace`,
	schema: PaceSchema,
	migrations: []
};

/** Returns whether the quiz goes on by itself after a touch; null where nobody has said. */
export function readPace(device: Device): boolean | null {
	const reading = device.read(paceSlot);
	return reading.state === 'found' ? reading.value.goesOn : null;
}

export function writePace(device: Device, goesOn: boolean): Writing {
	return device.write(paceSlot, { schemaVersion: 1, goesOn });
}
