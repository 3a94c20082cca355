import { redirect } from '@sveltejs/kit';
import { localeOf, localPath } from '$lib/address';
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
	const key = url.searchParams.get('key');
	setHeaders({
		'cache-control': 'no-store',
		// A form of a page with `no-referrer` comes from nowhere, and the desk has one, to delete everything.
		'referrer-policy': key === null ? 'same-origin' : 'no-referrer'
	});
	const locale = localeOf(url.pathname);
	return loading(async () => {
		const code = codeIn(params);
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
