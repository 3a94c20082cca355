import { localeOf } from '$lib/address';
import { LIMITS as SETTINGS } from '$lib/group';
import { factsOf } from '$lib/i18n';
import { RETENTION } from '$lib/server/retention';
import { LIMITS } from '$lib/server/security/limits';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
	const { intl } = factsOf(localeOf(url.pathname));
	const span = (value: number, unit: 'day' | 'hour' | 'minute') =>
		new Intl.NumberFormat(intl, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
	const { least, most, usual } = SETTINGS.keepDays;
	const longest = Math.max(...Object.values(LIMITS).map(({ seconds }) => seconds));
	return {
		spans: {
			least: span(least, 'day'),
			most: span(most, 'day'),
			usual: span(usual, 'day'),
			gone: span(RETENTION.goneCodeDays, 'day'),
			cleaning: span(RETENTION.cleaningMinutes, 'minute'),
			picture: span(RETENTION.pictureDays, 'day'),
			limits: span(longest / 3600, 'hour')
		}
	};
};
