import type { MessageKey } from '$lib/i18n';
import type { Rung } from '$lib/questions';
import { ZONES } from '$lib/scoring';

/** The message that names a rung: the zone that lies around it. */
export function rungName(rung: Rung): MessageKey {
	return `terms.zones.${ZONES[rung]}.name`;
}
