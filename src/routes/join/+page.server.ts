import { fail, redirect } from '@sveltejs/kit';
import { MAX_TYPED_LENGTH, readCode } from '$lib/group';
import { localeOf, localPath } from '$lib/address';
import { withPass } from '$lib/protocol';
import { asAnybody, readForm, refusalOf } from '$lib/server/http';
import { Refusal } from '$lib/server/refusal';
import { workshops } from '$lib/server/services';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const { request, url } = event;
		const field = (await readForm(request)).get('code');
		const typed = typeof field === 'string' ? field.slice(0, MAX_TYPED_LENGTH) : '';
		const code = readCode(typed);
		if (!code) return fail(400, { typed, problem: typed.trim() === '' ? 'empty' : 'malformed' } as const);
		const found = await asAnybody(event, code, () => workshops().snapshots(code)).catch(refusalOf);
		if (found instanceof Refusal) return fail(found.status, { typed, problem: problemOf(found) } as const);
		redirect(303, localPath(localeOf(url.pathname), withPass(`/w/${code}`, found.shared.pass)));
	}
};

function problemOf({ reason }: Refusal) {
	return reason === 'gone' || reason === 'tooMany' || reason === 'unavailable' ? reason : 'unknown';
}
