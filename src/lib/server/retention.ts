/** How long things are kept, also as `/privacy` says it. */
export const RETENTION = {
	/** How long a deleted workshop's code is not given out again. */
	goneCodeDays: 180,
	leastCookieDays: 1,
	cleaningMinutes: 10,
	pictureDays: 365
} as const;

export const DAY_MS = 24 * 60 * 60 * 1000;
