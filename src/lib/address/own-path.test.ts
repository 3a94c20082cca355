import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownPath } from './own-path';

const ORIGIN = 'https://quiz.example.org';

/** Paths with much in them that browsers take for the beginning of a host, or skip. */
const odd = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				...['/', '\\', '//', '.', '..', '%2e', '%2f', '%5c', '\t', '\n', '\r', '\0', ' ', ':', '@', '?', '#'],
				...['evil.example', 'https:', 'javascript:', 'x', '\ud800', '[::1', '%']
			),
			fc.string({ unit: 'binary' })
		),
		{ maxLength: 12 }
	)
	.map((parts) => parts.join(''));

describe('an own path', () => {
	it.each([
		['//evil.example/x', '/evil.example/x'],
		['/\\evil.example', '/evil.example'],
		['/\t/evil.example', '/evil.example'],
		['/.//evil.example', '/evil.example'],
		['https://evil.example/', '/https://evil.example/'],
		['', '/']
	])('is made of %j', (path, expected) => {
		expect(ownPath(path)).toBe(expected);
	});

	it.each(['/', '/es/quiz/full', '/result/ABC?v=1#dimensions', '/w//state', '/result/%25E0?a=%E0'])(
		'that is one already stays %s',
		(path) => {
			expect(ownPath(path)).toBe(path);
		}
	);

	it('leads to this site, whatever it is made of and from wherever it is read', () => {
		fc.assert(
			fc.property(odd, fc.constantFrom('/', '/es/a/b', '//x/y', '/w/2C4D6F?a'), (path, page) => {
				expect(new URL(ownPath(path), ORIGIN + page).origin).toBe(ORIGIN);
			}),
			{ numRuns: 2_000 }
		);
	});

	it('is the same when it is made again', () => {
		fc.assert(
			fc.property(odd, (path) => {
				expect(ownPath(ownPath(path))).toBe(ownPath(path));
			})
		);
	});
});
