import type { I18n } from '../i18n';
import type { Profile } from '../scoring';

export function headlineOf({ span }: Profile, { t }: I18n): string {
	return span.from === span.to
		? t('result.headline.one', { zone: t(`terms.zones.${span.from}.name`) })
		: t('result.headline.between', {
				from: t(`terms.zones.${span.from}.inline`),
				to: t(`terms.zones.${span.to}.inline`)
			});
}

export function senseOf({ span }: Profile, { t }: I18n): string {
	return span.from === span.to
		? t(`result.sense.one.${span.from}`)
		: t('result.sense.between', {
				from: t(`result.sense.zones.${span.from}`),
				to: t(`result.sense.zones.${span.to}`)
			});
}
