import type { ParamMatcher } from '@sveltejs/kit';
import { isFormId, type FormId } from '$lib/questions';

export const match = ((value): value is FormId => isFormId(value)) satisfies ParamMatcher;
