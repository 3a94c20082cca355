import type { Form } from '../questions';
import { encode } from '../result';
import { score, type Answers } from '../scoring';

/**
 * The code of the result that these answers give, or null while there are too few. A module of its own: nobody
 * needs it before the first answer, and a phone should show the first scene before it loads how scenes are scored.
 */
export function codeOf(answers: Answers, form: Form): string | null {
	const profile = score(answers, form);
	return profile && encode(profile);
}
