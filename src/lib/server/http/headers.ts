/**
 * Headers of every response. Kit replaces the content policy on pages (see `svelte.config.js`): it knows the nonce.
 * This one is for all the rest: files, the service worker, messages of the server itself.
 */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
	'content-security-policy':
		"default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy':
		'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY'
};

/** Files that other sites load: everything else of ours is for our own pages. */
const FOR_EVERYBODY = new Set(['/embed.js']);

/** The headers to set before an answer to this path is known; pages change what they must. */
export function headersFor(pathname: string): Readonly<Record<string, string>> {
	if (!FOR_EVERYBODY.has(pathname)) return SECURITY_HEADERS;
	return { ...SECURITY_HEADERS, 'cross-origin-resource-policy': 'cross-origin' };
}

/** Lets other sites frame this response. Only pages below `/embed` may be framed: they hold no one's account. */
export function allowFraming(headers: Headers): void {
	const policy = headers.get('content-security-policy');
	if (policy)
		headers.set('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'));
	// An unknown value is how a response takes back the header that the server sets for all.
	headers.set('x-frame-options', 'ALLOWALL');
	headers.set('cross-origin-resource-policy', 'cross-origin');
	headers.set('cross-origin-opener-policy', 'unsafe-none');
}
