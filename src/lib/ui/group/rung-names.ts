import type { MessageKey } from '$lib/i18n';
import type { Rung } from '$lib/questions';
import { ZONES } from '$lib/scoring';

export function rungName(rung: Rung): MessageKey {
	return `terms.zones.${ZONES[rung]}.name`;
}
