import * as v from 'valibot';
import { KEY_PREFIX, type Device, type Slot } from '../device';

const GuessSchema = v.object({
	schemaVersion: v.literal(1),
	value: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))
});

/** The start page writes it without a module: `home.inline.ts` keeps the same key and shape. */
export const guessSlot: Slot<v.InferOutput<typeof GuessSchema>> = {
	key: `${KEY_PREFIX}guess`,
	schema: GuessSchema,
	migrations: []
};

/** Returns where somebody thought, before answering, that their bead would hang: 0 to 100 as a score, null without a guess. */
export function readGuess(device: Device): number | null {
	const reading = device.read(guessSlot);
	return reading.state === 'found' ? reading.value.value : null;
}
