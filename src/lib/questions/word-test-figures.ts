import type { KeyVersion } from './forms';

/** Of 100 options sorted right; chance gives 20. Held by `word-test.test.ts`. */
export const WORD_TEST: Record<KeyVersion, Record<'en' | 'es' | 'ar', number>> = {
	1: { en: 77, es: 69, ar: 58 },
	2: { en: 37, es: 38, ar: 36 }
};
