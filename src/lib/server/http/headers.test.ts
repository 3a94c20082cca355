import { describe, expect, it } from 'vitest';
import { allowFraming, headersFor } from './headers';

/** Written out once more: whoever changes one changes it here, and in the table of tests/e2e/security-headers.spec.ts. */
const EVERYWHERE = {
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

describe('the headers of a response', () => {
	it.each(['/', '/quiz/full', '/w/2C4D6F/host', '/my_app/a.js', '/embed.js/x', '/es/embed.js'])(
		'are exactly these at %s',
		(path) => {
			expect(headersFor(path)).toEqual(EVERYWHERE);
		}
	);

	it.each(['/embed.js', '/_app/immutable/a.js'])('let other sites and sandboxed frames load %s', (path) => {
		expect(headersFor(path)).toEqual({
			...EVERYWHERE,
			'access-control-allow-origin': '*',
			'cross-origin-resource-policy': 'cross-origin'
		});
	});

	it('let other sites frame what may be framed', () => {
		const headers = new Headers(EVERYWHERE);
		allowFraming(headers);
		expect(Object.fromEntries(headers)).toEqual({
			...EVERYWHERE,
			'content-security-policy': EVERYWHERE['content-security-policy'].replace(
				"frame-ancestors 'none'",
				'frame-ancestors *'
			),
			'cross-origin-resource-policy': 'cross-origin',
			'x-frame-options': 'ALLOWALL'
		});
	});
});
