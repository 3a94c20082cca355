/** Headers of every response. On pages Kit replaces the content policy by the one with a nonce (`svelte.config.js`). */
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

/** The script of an embed, and built files: a sandboxed frame of ours has no origin, and so is another site. */
const LOADED_BY_OTHER_SITES = /^\/(?:embed\.js$|_app\/)/;

export function headersFor(pathname: string): Readonly<Record<string, string>> {
	if (!LOADED_BY_OTHER_SITES.test(pathname)) return SECURITY_HEADERS;
	return {
		...SECURITY_HEADERS,
		'access-control-allow-origin': '*',
		'cross-origin-resource-policy': 'cross-origin'
	};
}

/**
 * Lets other sites frame a response: pages below `/embed`, which hold nobody's seat, and screens whose host says so. The opener
 * policy stays: browsers heed it in a window, never in a frame.
 */
export function allowFraming(headers: Headers): void {
	const policy = headers.get('content-security-policy');
	if (policy)
		headers.set('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'));
	// A response cannot remove the server's header; browsers ignore an unknown value.
	headers.set('x-frame-options', 'ALLOWALL');
	headers.set('cross-origin-resource-policy', 'cross-origin');
}
