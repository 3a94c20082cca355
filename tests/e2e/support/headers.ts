import { expect } from '@playwright/test';
import { once } from 'node:events';
import { request as ask, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

/** Only the head of an answer: an endpoint may be a stream that does not end. */
export async function headOf(base: string, path: string, headers: Record<string, string> = {}) {
	const sent = ask(new URL(path, base), { headers }).end();
	const [response] = (await once(sent, 'response')) as [IncomingMessage];
	sent.destroy();
	return { status: response.statusCode ?? 0, headers: response.headers };
}

/**
 * The headers that keep a visitor safe.
 * @param framed whether other sites may show it
 */
export function expectSecure(headers: IncomingHttpHeaders, framed = false) {
	const policy = Object.fromEntries(
		String(headers['content-security-policy'])
			.split(';')
			.map((directive) => directive.trim().split(/\s+/))
			.map(([name = '', ...sources]) => [name, sources])
	);
	const scripts = policy['script-src'] ?? policy['default-src'];
	expect(scripts).toContain("'self'");
	expect(scripts?.filter((source) => /unsafe|\*|^https?:|^data:/.test(source))).toEqual([]);
	expect(policy['default-src']).toEqual(["'self'"]);
	expect(policy['frame-ancestors']).toEqual([framed ? '*' : "'none'"]);
	expect(policy['object-src']).toEqual(["'none'"]);
	expect(policy['base-uri']).toEqual(["'none'"]);
	expect(policy['form-action']).toEqual(["'self'"]);
	expect(headers['x-content-type-options']).toBe('nosniff');
	expect(headers['referrer-policy']).toMatch(/^(strict-origin-when-cross-origin|same-origin|no-referrer)$/);
	expect(headers['permissions-policy']).toMatch(/camera=\(\).*microphone=\(\)/);
	expect(headers['cross-origin-opener-policy']).toBe('same-origin');
	expect(headers['x-powered-by']).toBeUndefined();
}
