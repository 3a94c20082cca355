import { expect, test } from 'vitest';
import { pairedInterval } from './paired';
import fixture from './paired.fixture.json' with { type: 'json' };

const { source, ...vectors } = fixture;

test.each(Object.entries(vectors))(`is what R gives for %s`, (_, { first, second, mean, interval }) => {
	const found = pairedInterval(second.map((x, i) => x - (first[i] as number)));
	expect(source).toContain('paired = TRUE');
	expect(found.mean).toBeCloseTo(mean, 9);
	expect(found.low).toBeCloseTo(interval[0] as number, 8);
	expect(found.high).toBeCloseTo(interval[1] as number, 8);
});
