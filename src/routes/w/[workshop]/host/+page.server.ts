import { redirect } from '@sveltejs/kit';
import { localeOf, localPath } from '$lib/address';
import { asAnybody, asHost, codeIn, forgetSecret, keepSecret, loadPage } from '$lib/server/http';
import { workshops } from '$lib/server/services';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { params, url, setHeaders } = event;
	const key = url.searchParams.get('key');
	setHeaders({
		'cache-control': 'no-store',
		// Forms of a page with `no-referrer` are sent without an origin and refused; this page has one that deletes.
		'referrer-policy': key === null ? 'same-origin' : 'no-referrer'
	});
	return loadPage(async () => {
		if (key !== null) {
			const code = codeIn(params);
			const { keptUntil } = await asAnybody(event, code, () => workshops().hosted(code, key));
			// A cookie holds the key from here on: addresses stay in histories and are seen on screens.
			keepSecret(event, 'host', code, key, keptUntil);
			redirect(303, localPath(localeOf(url.pathname), `/w/${code}/host`));
		}
		return asHost(event, async (workshop) => {
			const [{ host }, own] = await Promise.all([
				workshops().snapshotsOf(workshop),
				workshops().ownScenesOf(workshop)
			]);
			return { code: workshop.code, snapshot: host, own };
		});
	});
};

export const actions: Actions = {
	/** Takes the key from this browser; the host's link goes on working elsewhere. */
	handBack: async (event) => {
		const code = await loadPage(() => Promise.resolve(codeIn(event.params)));
		forgetSecret(event, 'host', code);
		redirect(303, localPath(localeOf(event.url.pathname), '/workshops?handedBack'));
	},
	delete: async (event) => {
		const code = await loadPage(() =>
			asHost(event, async (workshop) => {
				await workshops().delete(workshop);
				return workshop.code;
			})
		);
		forgetSecret(event, 'host', code);
		redirect(303, localPath(localeOf(event.url.pathname), '/workshops?deleted'));
	}
};
