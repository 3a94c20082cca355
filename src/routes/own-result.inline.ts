// Before the first paint: whoever has this result, or any where two are compared, is not asked in, and nothing jumps later.
{
	const codeHere = () => /\/result\/([^/]+)\/?$/.exec(location.pathname)?.[1];
	try {
		const saved = JSON.parse(localStorage.getItem('no-strings:results') ?? '{}') as {
			results?: { code?: string }[];
		} | null;
		const code = codeHere();
		if (saved?.results?.some((result) => !code || result.code === code))
			document.documentElement.setAttribute('data-own', '');
	} catch {
		// Nothing lies here, or it cannot be read.
	}
	// Who sets out before the modules have come is led back as well: the same key and shape as in quiz/met.ts.
	addEventListener('click', ({ target }) => {
		if (!(target as Element).closest('a[data-sets-out]')) return;
		const code = codeHere();
		try {
			sessionStorage.setItem('no-strings:met', JSON.stringify({ schemaVersion: 1, code }));
		} catch {
			// Nobody is led back then.
		}
	});
}
