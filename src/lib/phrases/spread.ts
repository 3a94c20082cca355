import type { GroupPicture, SpreadPicture } from '../group';
import type { I18n } from '../i18n';

type Spread = Extract<SpreadPicture, { kind: 'spread' }>;

/** Whether both quarters fall on one place. More than half of the people are there then. */
export const hangsAtKnot = ({ quarters }: Spread): boolean =>
	quarters !== null && quarters.low === quarters.high;

/** Says what beads, frayed part and knot mean. Needs the messages of `group`. */
export function saidString(picture: Spread, { t }: Pick<I18n, 't'>): string {
	if (!picture.quarters) return t('group.string.small');
	return t(hangsAtKnot(picture) ? 'group.string.beadsAtKnot' : 'group.string.beads');
}

/** Returns what frayed parts mean, where all that are drawn mean the same. Needs the messages of `group`. */
export function saidDimensions(dimensions: GroupPicture['dimensions'], { t }: Pick<I18n, 't'>): string[] {
	const drawn = Object.values(dimensions).flatMap((picture) => (picture.kind === 'spread' ? [picture] : []));
	const frayed = drawn.filter((picture) => !hangsAtKnot(picture));
	if (drawn.length === 0) return [];
	if (frayed.length === 0) return [t('group.dimensions.atKnot')];
	if (frayed.every(({ quarters }) => quarters)) return [t('group.dimensions.frayedHalf')];
	return frayed.some(({ quarters }) => quarters) ? [] : [t('group.dimensions.frayedZone')];
}
