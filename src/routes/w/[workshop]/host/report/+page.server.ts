import { codeIn, loading, secretOf, workshops } from '$lib/server/workshop';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, cookies, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return loading(async () => {
		const code = codeIn(params);
		return { report: await workshops().report(code, secretOf(cookies, url, 'host', code)) };
	});
};
