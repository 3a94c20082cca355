import type { I18n } from '$lib/i18n';

/** From here on every second counts; before, a number that ticks would only worry. */
export const LAST_SECONDS = 10;

/** Longer times are said in minutes. */
const MOST_SECONDS = 90;

/** Returns how long something stays open, in words. */
export function timeLeft(t: I18n['t'], seconds: number): string {
	if (seconds === 0) return t('group.countdown.over');
	return seconds > MOST_SECONDS
		? t('group.countdown.minutes', { count: Math.ceil(seconds / 60) })
		: t('group.countdown.seconds', { count: seconds });
}
