import { fail, redirect } from '@sveltejs/kit';
import { readCode } from '$lib/group';
import { localeOf, localPath } from '$lib/i18n';
import { Refusal, workshops } from '$lib/server/workshop';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, url }) => {
		const field = (await request.formData()).get('code');
		const typed = typeof field === 'string' ? field.slice(0, 40) : '';
		const code = readCode(typed);
		if (!code) return fail(400, { typed, problem: typed.trim() === '' ? 'empty' : 'malformed' } as const);
		try {
			await workshops().snapshots(code);
		} catch (reason) {
			if (!(reason instanceof Refusal)) throw reason;
			return fail(reason.status, { typed, problem: reason.reason === 'gone' ? 'gone' : 'unknown' } as const);
		}
		redirect(303, localPath(localeOf(url.pathname), `/w/${code}`));
	}
};
