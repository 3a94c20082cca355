import { asHost, loadPage } from '$lib/server/http';
import { workshops } from '$lib/server/services';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	event.setHeaders({ 'cache-control': 'no-store' });
	return loadPage(() =>
		asHost(event, (workshop) => {
			const { code, title, smallestGroup, keptUntil } = workshop;
			return { code, title, smallestGroup, keptUntil, pass: workshops().passOf(workshop) };
		})
	);
};
