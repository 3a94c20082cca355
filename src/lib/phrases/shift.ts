import type { ShiftPicture } from '../group';
import type { I18n } from '../i18n';

/** Says how far places moved, "no clear change" where the interval holds zero. Needs the messages of `group` and `terms`. */
export function saidShift(shift: ShiftPicture, { t }: Pick<I18n, 't'>): string {
	if (shift.kind !== 'shift') return t(`group.twice.${shift.kind}`);
	const { mean, low, high } = shift;
	if (low <= 0 && high >= 0) return t('group.twice.unclear', { mean, low, high });
	const towards = mean > 0 ? 'value' : 'favour';
	const [least, most] = mean > 0 ? [low, high] : [-high, -low];
	return t('group.twice.moved', {
		mean: Math.abs(mean),
		low: least,
		high: most,
		pole: t(`terms.poles.${towards}`)
	});
}
