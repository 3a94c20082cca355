import { describe, expect, it } from 'vitest';
import { cacheRule } from './caching';

describe('the cache rule of a response', () => {
	it.each([
		['/w/[workshop]', null, true, 'no-store'],
		['/w/[workshop]/screen', null, false, 'no-store'],
		['/w/[workshop]/host/report', null, true, 'no-store'],
		['/w/[workshop]/events', 'no-cache, no-transform', true, 'no-cache, no-transform'],
		['/scoring', null, true, 'private, no-cache'],
		['/workshops', null, false, 'private, no-cache'],
		[null, null, true, 'private, no-cache'],
		['/card.png', 'public, max-age=31536000, immutable', true, 'public, max-age=31536000, immutable'],
		['/card.png', 'public, max-age=31536000, immutable', false, 'private, max-age=31536000, immutable'],
		['/sitemap.xml', 'public, max-age=3600', true, 'public, max-age=3600'],
		['/sitemap.xml', 'public, max-age=3600', false, 'private, max-age=3600'],
		['/healthz', 'no-store', false, 'no-store']
	])('on %s, which itself says %j, with an origin: %s, is %s', (route, own, knowsOrigin, rule) => {
		expect(cacheRule(route, own, knowsOrigin)).toBe(rule);
	});
});
