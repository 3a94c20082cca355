/** How long things are kept. The page `/privacy` says so from these same numbers. */
export const RETENTION = {
	/** After its deletion, a workshop's code is known to be gone, and not given out again. */
	goneCodeDays: 180,
	/** A workshop's cookies live until its deletion, and at least so long. */
	leastCookieDays: 1,
	/** So often workshops whose time is up are looked for. */
	cleaningMinutes: 10,
	/** So long browsers and caches may keep a picture of a result. */
	pictureDays: 365
} as const;

export const DAY_MS = 24 * 60 * 60 * 1000;
