/** Languages in which the whole quiz is written. The first is the one at `/`. */
export const LANGUAGES = ['en', 'es', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Whether a string from outside names a language that the quiz is written in. */
export function isLanguage(value: string): value is Language {
	return (LANGUAGES as readonly string[]).includes(value);
}
