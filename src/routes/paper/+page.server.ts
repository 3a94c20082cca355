import { fail, redirect } from '@sveltejs/kit';
import { localeOf, localPath } from '$lib/i18n';
import { FORMS } from '$lib/questions';
import { encode } from '$lib/result';
import { missingAnswers, score } from '$lib/scoring';
import { readChoices, toAnswers } from './paper-answers';
import type { Actions } from './$types';

const TOO_FEW = 422;
const SEE_OTHER = 303;

export const actions: Actions = {
	/** Adds up and forgets: the answers are gone when the response is. */
	default: async ({ request, url }) => {
		const choices = readChoices(await formOf(request));
		const answers = toAnswers(choices);
		const profile = score(answers, FORMS.full);
		if (!profile) return fail(TOO_FEW, { choices, missing: missingAnswers(answers, FORMS.full) });
		redirect(SEE_OTHER, localPath(localeOf(url.pathname), `/result/${encode(profile)}`));
	}
};

/** A body that is no form, say half of one, holds no answers; one that is too large is Kit's to refuse. */
async function formOf(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (problem) {
		if (problem instanceof TypeError) return new FormData();
		throw problem;
	}
}
