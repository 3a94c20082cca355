import * as v from 'valibot';
import { KEY_PREFIX, type Device, type Slot, type Writing } from '../device';

/** In what readers see as characters. */
export const LONGEST_NAME = 40;

const NameSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxGraphemes(LONGEST_NAME));

const NamesSchema = v.object({
	schemaVersion: v.literal(1),
	/** By the code of a result. */
	names: v.record(v.string(), NameSchema)
});

/** Names of other people never leave the device: they are in no link. */
export const namesSlot: Slot<v.InferOutput<typeof NamesSchema>> = {
	key: `${KEY_PREFIX}names`,
	schema: NamesSchema,
	migrations: []
};

export function readNames(device: Device): Readonly<Record<string, string>> {
	const reading = device.read(namesSlot);
	return reading.state === 'found' ? reading.value.names : {};
}

/** Keeps a name; empty, or longer than the limit, forgets it. */
export function writeName(device: Device, code: string, name: string): Writing {
	const { success, output } = v.safeParse(NameSchema, name);
	const names = { ...readNames(device) };
	if (success) names[code] = output;
	else delete names[code];
	return device.write(namesSlot, { schemaVersion: 1, names });
}
