/** How long things are kept, also as `/privacy` says it. */
export const RETENTION = {
	/** How long a deleted workshop's code is not given out again. */
	goneCodeDays: 180,
	cleaningMinutes: 10,
	pictureDays: 365
} as const;

export const DAY_MS = 24 * 60 * 60 * 1000;

/** Returns the day in UTC, `YYYY-MM-DD`, on which a moment lies. A workshop is kept until the end of such a day. */
export function dayOf(ms: number): string {
	return new Date(ms).toISOString().slice(0, 10);
}

/** Returns the first moment after a day. */
export function endOfDay(day: string): number {
	return Date.parse(day) + DAY_MS;
}
