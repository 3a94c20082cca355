import * as v from 'valibot';
import { KEY_PREFIX, type Device, type Slot } from '$lib/device';

const BlankSchema = v.object({ schemaVersion: v.literal(1), code: v.string() });

/** For the tab's own storage: a reload keeps it, and closing the window ends it. */
const BLANK: Slot<v.InferOutput<typeof BlankSchema>> = {
	key: `${KEY_PREFIX}blank`,
	schema: BlankSchema,
	migrations: []
};

export function isBlank(tab: Device, code: string): boolean {
	const kept = tab.read(BLANK);
	return kept.state === 'found' && kept.value.code === code;
}

export function keepBlank(tab: Device, code: string, blank: boolean): void {
	if (blank) tab.write(BLANK, { schemaVersion: 1, code });
	else tab.remove(BLANK.key);
}
