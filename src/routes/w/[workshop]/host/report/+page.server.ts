import { codeIn, guardedInside, loading, secretOf, workshops } from '$lib/server/workshop';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { params, url, cookies, setHeaders } = event;
	setHeaders({ 'cache-control': 'no-store' });
	return loading(async () => {
		const code = codeIn(params);
		const key = secretOf(cookies, url, 'host', code);
		return { report: await guardedInside(event, code, () => workshops().report(code, key)) };
	});
};
