import { LIMITS } from '$lib/group';
import type { I18n } from '$lib/i18n';
import type { Fault } from './opening';

export function faultText(t: I18n['t'], fault: Fault | undefined): string | undefined {
	if (!fault) return undefined;
	const field = fault.slice(0, fault.indexOf('.'));
	return t(`workshops.faults.${fault}`, field in LIMITS ? LIMITS[field as keyof typeof LIMITS] : {});
}
