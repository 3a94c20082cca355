import { settingsQuery } from '$lib/group';
import { asHost, loadPage } from '$lib/server/http';
import { workshops } from '$lib/server/services';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	event.setHeaders({ 'cache-control': 'no-store' });
	return loadPage(() =>
		asHost(event, async (workshop) => ({
			report: await workshops().report(workshop),
			own: await workshops().ownScenesOf(workshop),
			again: settingsQuery(workshop)
		}))
	);
};
