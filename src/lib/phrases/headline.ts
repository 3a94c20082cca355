import type { I18n } from '../i18n';
import type { Profile } from '../scoring';

/** Names the zone, or the two zones between which the band reaches. */
export function headlineOf({ span }: Profile, { t }: I18n): string {
	return span.from === span.to
		? t('result.headline.one', { zone: t(`terms.zones.${span.from}.name`) })
		: t('result.headline.between', {
				from: t(`terms.zones.${span.from}.inline`),
				to: t(`terms.zones.${span.to}.inline`)
			});
}

/** Says what decides in the zone, or in the two that the headline names. */
export function senseOf({ span }: Profile, { t }: I18n): string {
	return span.from === span.to
		? t(`result.sense.one.${span.from}`)
		: t('result.sense.between', {
				from: t(`result.sense.zones.${span.from}`),
				to: t(`result.sense.zones.${span.to}`)
			});
}
