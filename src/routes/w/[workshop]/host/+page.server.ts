import { redirect } from '@sveltejs/kit';
import { localeOf, localPath } from '$lib/i18n';
import {
	codeIn,
	forgetSecret,
	guarded,
	guardedInside,
	keepSecret,
	loading,
	secretOf,
	workshops
} from '$lib/server/workshop';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { params, url, cookies, setHeaders } = event;
	// Not `no-referrer`: a form of such a page comes from nowhere, and the desk has one, to delete everything.
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
	const locale = localeOf(url.pathname);
	return loading(async () => {
		const code = codeIn(params);
		const key = url.searchParams.get('key');
		if (key !== null) {
			// From here on a cookie holds it: an address stays in histories, on projectors and in other people's eyes.
			const { deleteAfter } = await guarded(event, code, () => workshops().hosted(code, key));
			keepSecret(cookies, url, 'host', code, key, deleteAfter);
			redirect(303, localPath(locale, `/w/${code}/host`));
		}
		const held = secretOf(cookies, url, 'host', code);
		await guardedInside(event, code, () => workshops().hosted(code, held));
		return { code, snapshot: (await workshops().snapshots(code)).host };
	});
};

export const actions: Actions = {
	delete: async (event) => {
		const { params, url, cookies } = event;
		const code = await loading(async () => {
			const code = codeIn(params);
			const key = secretOf(cookies, url, 'host', code);
			await guardedInside(event, code, () => workshops().delete(code, key));
			return code;
		});
		forgetSecret(cookies, url, 'host', code);
		redirect(303, localPath(localeOf(url.pathname), '/workshops?deleted'));
	}
};
