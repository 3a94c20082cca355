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

/** Says what the zone of the score means; it is named where the headline names two. */
export function senseOf({ span, zone }: Profile, { t, locale }: I18n): string {
	const sense = t(`terms.zones.${zone}.sense`);
	if (span.from !== span.to) return t('result.card.sense', { zone: t(`terms.zones.${zone}.name`), sense });
	return t('result.card.sentence', { sense: sense.charAt(0).toLocaleUpperCase(locale) + sense.slice(1) });
}
