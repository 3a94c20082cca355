import type { GroupPicture } from '../group';
import type { I18n } from '../i18n';

/** Returns what frayed parts mean, where all that are drawn mean the same. Needs the messages of `group`. */
export function saidDimensions(dimensions: GroupPicture['dimensions'], { t }: I18n): string[] {
	const frayed = Object.values(dimensions).flatMap((picture) => (picture.kind === 'spread' ? [picture] : []));
	if (frayed.length === 0) return [];
	if (frayed.every(({ quarters }) => quarters)) return [t('group.dimensions.frayedHalf')];
	return frayed.some(({ quarters }) => quarters) ? [] : [t('group.dimensions.frayedZone')];
}
