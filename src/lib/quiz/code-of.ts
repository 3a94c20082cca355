import type { Form } from '../questions';
import { encode } from '../result';
import { score, type Answers } from '../scoring';

/** Returns null while there are too few answers. */
export function codeOf(answers: Answers, form: Form): string | null {
	const profile = score(answers, form);
	return profile && encode(profile);
}
