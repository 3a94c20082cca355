import type { I18n } from '../i18n';
import type { Profile } from '../scoring';

/** What a result says in one line: the zone, or the two zones between which its band reaches. */
export function headlineOf({ span }: Profile, { t }: I18n): string {
	// A line may break between the zones, not inside the name of one.
	const zone = (name: Profile['zone']) => t(`terms.zones.${name}.name`).replaceAll(' ', '\u00a0');
	return span.from === span.to
		? t('result.headline.one', { zone: zone(span.from) })
		: t('result.headline.between', { from: zone(span.from), to: zone(span.to) });
}
