import * as v from 'valibot';
import { KEY_PREFIX, type Device, type Slot } from '$lib/device';
import type { HostSnapshot } from '$lib/protocol';

const ClockSchema = v.object({
	schemaVersion: v.literal(1),
	code: v.string(),
	round: v.number(),
	/** In ms since 1970. */
	began: v.number()
});

/** For the tab's own storage: when this page saw the workshop begin. */
const CLOCK: Slot<v.InferOutput<typeof ClockSchema>> = {
	key: `${KEY_PREFIX}clock`,
	schema: ClockSchema,
	migrations: []
};

/**
 * Returns when the round began, in ms since 1970; null where this tab has not seen it.
 * @param sawLobby whether this page has seen the round before it began
 */
export function beganAt(
	tab: Device,
	{ code, round, stage }: Pick<HostSnapshot, 'code' | 'round' | 'stage'>,
	sawLobby: boolean,
	now: number
): number | null {
	if (stage === 'lobby') return null;
	const kept = tab.read(CLOCK);
	if (kept.state === 'found' && kept.value.code === code && kept.value.round === round)
		return kept.value.began;
	if (!sawLobby) return null;
	tab.write(CLOCK, { schemaVersion: 1, code, round, began: now });
	return now;
}
