import { fail, redirect } from '@sveltejs/kit';
import { localeOf, localPath } from '$lib/address';
import { FORMS } from '$lib/questions';
import { encode } from '$lib/result';
import { missingAnswers, score } from '$lib/scoring';
import { readForm } from '$lib/server/http';
import { readChoices, toAnswers } from './paper-answers';
import type { Actions } from './$types';

const TOO_FEW = 422;
const SEE_OTHER = 303;

export const actions: Actions = {
	/** Keeps nothing: the answers are gone when the response is. */
	default: async ({ request, url }) => {
		const choices = readChoices(await readForm(request));
		const answers = toAnswers(choices);
		const profile = score(answers, FORMS.full);
		if (!profile) return fail(TOO_FEW, { choices, missing: missingAnswers(answers, FORMS.full) });
		redirect(SEE_OTHER, localPath(localeOf(url.pathname), `/result/${encode(profile)}`));
	}
};
