import type { KeyVersion } from './forms';

/** How many of 100 options the word test sorted right, per version and language. Chance gives 20. Held by `word-test.test.ts`. */
export const WORD_TEST: Record<KeyVersion, Record<'en' | 'es' | 'ar', number>> = {
	1: { en: 77, es: 69, ar: 58 },
	2: { en: 37, es: 38, ar: 36 }
};
