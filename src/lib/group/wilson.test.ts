import { expect, test } from 'vitest';
import fixture from './wilson.fixture.json' with { type: 'json' };
import { wilsonInterval } from './wilson';

const { source, ...vectors } = fixture;

test.each(Object.entries(vectors))('is what R gives for %s', (_, { some, all, interval }) => {
	const found = wilsonInterval(some, all);
	expect(source).toContain('correct = FALSE');
	expect(found.low).toBeCloseTo(interval[0] as number, 9);
	expect(found.high).toBeCloseTo(interval[1] as number, 9);
});

test('mirrors itself: those who stayed are the others', () => {
	const { low, high } = wilsonInterval(20, 20);
	expect(low).toBeCloseTo(1 - wilsonInterval(0, 20).high, 12);
	expect(high).toBe(1);
});
