import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalPath, nearestFrame } from './canonical';
import { ownPath } from './own-path';

describe('canonicalPath', () => {
	it.each([
		['/RESULT/10nn7nn3nn7nn3a0pq', '/result/10nn7nn3nn7nn3a0pq'],
		['/Compare/A/B', '/compare/A/B'],
		['/ES', '/es'],
		['/ES/', '/es'],
		['/Es/Quiz/FULL', '/es/quiz/full'],
		['/es-MX/result/X', '/es/result/X'],
		['/es_419/', '/es'],
		['/en', '/'],
		['/EN/quiz/short', '/quiz/short'],
		['/en-GB/W/2c4d6f/host', '/w/2c4d6f/host'],
		['/AR/Embed/Result/X', '/ar/embed/result/X'],
		['/Workshops/Guide', '/workshops/guide'],
		['/en//evil.example/x', '/evil.example/x'],
		['/en/\\evil.example', '/evil.example']
	])('of %s is %s', (pathname, canonical) => expect(canonicalPath(pathname)).toBe(canonical));

	it.each([
		'/',
		'/es',
		'/quiz/full',
		'/w/2C4D6F/screen',
		'/join/2C4D6F/8F3K',
		'/fr',
		'/NOPE',
		'/healthz',
		'/embed.js'
	])('of %s is that', (pathname) => expect(canonicalPath(pathname)).toBe(pathname));

	const part = fc.constantFrom(
		...[
			'en',
			'ES',
			'es-mx',
			'ar',
			'fr',
			'Quiz',
			'result',
			'W',
			'embed',
			'FULL',
			'',
			'.',
			'..',
			'\\',
			'evil.example'
		],
		...['%2f', 'https:', '@', 'x']
	);
	const paths = fc.array(part, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`);

	it('leads to this site, and comes to rest', () => {
		fc.assert(
			fc.property(paths, (path) => {
				let address = path;
				for (let n = 0; n < 7; n++) {
					address = ownPath(canonicalPath(address));
					expect(new URL(address, 'https://own.example/es/a').origin).toBe('https://own.example');
				}
				expect(ownPath(canonicalPath(address))).toBe(address);
			})
		);
	});
});

describe('nearestFrame', () => {
	it.each([
		['/fr/embed/quiz/full', '/embed/quiz/full'],
		['/CA/embed', '/es/embed'],
		['/arz/embed/result/X', '/ar/embed/result/X']
	])('of %s is %s', (pathname, frame) => expect(nearestFrame(pathname)).toBe(frame));

	it.each(['/embed', '/fr/quiz/full', '/w/embed', '/fr/embedded', '/result/embed'])(
		'of %s is none',
		(pathname) => expect(nearestFrame(pathname)).toBeNull()
	);
});
