import * as v from 'valibot';
import { KEY_PREFIX, type Device, type Slot } from '../device';

const MOST_KEPT = 50;

const HostedSchema = v.object({
	code: v.string(),
	title: v.string(),
	/** The last day on which it is there, as in a snapshot. */
	keptUntil: v.pipe(v.string(), v.isoDate())
});
export type Hosted = v.InferOutput<typeof HostedSchema>;

const SavedSchema = v.object({ schemaVersion: v.literal(1), workshops: v.array(HostedSchema) });

export const hostedSlot: Slot<v.InferOutput<typeof SavedSchema>> = {
	key: `${KEY_PREFIX}hosted`,
	schema: SavedSchema,
	migrations: []
};

/** Returns the workshops that this browser has led, the latest first, and forgets those whose time is up. Keys are in cookies alone. */
export function hostedHere(device: Device, now = new Date()): Hosted[] {
	const reading = device.read(hostedSlot);
	if (reading.state !== 'found') return [];
	const today = now.toISOString().slice(0, 'yyyy-mm-dd'.length);
	const { workshops } = reading.value;
	const there = workshops.filter(({ keptUntil }) => keptUntil >= today);
	if (there.length < workshops.length) keep(device, there);
	return there;
}

export function rememberHosted(device: Device, { code, title, keptUntil }: Hosted): void {
	keep(device, [{ code, title, keptUntil }, ...others(device, code)].slice(0, MOST_KEPT));
}

export function forgetHosted(device: Device, code: string): void {
	keep(device, others(device, code));
}

function others(device: Device, code: string): Hosted[] {
	return hostedHere(device).filter((hosted) => hosted.code !== code);
}

function keep(device: Device, workshops: Hosted[]): void {
	if (workshops.length === 0) device.removeAll(hostedSlot.key);
	else device.write(hostedSlot, { schemaVersion: 1, workshops });
}
