import { expect, test } from 'vitest';
import { onItsWay } from './reveal';

const mark = { beadX: 390, lowX: 340, highX: 440 };

test.each([0, 600])('a bead sets out from %d on a whole thread, and ends in place', (begin) => {
	expect(onItsWay(mark, begin, 0)).toEqual({ beadX: begin, lowX: begin, highX: begin });
	expect(onItsWay(mark, begin, 1)).toEqual(mark);
});

test('the bead slides in before the thread frays open, and neither goes back', () => {
	const steps = Array.from({ length: 101 }, (_, i) => onItsWay(mark, 0, i / 100));
	const half = steps[50];
	expect(half?.beadX).toBeGreaterThan(0.9 * mark.beadX);
	expect(half?.highX).toBe(half?.lowX);
	for (const [i, { beadX, lowX, highX }] of steps.slice(1).entries()) {
		const before = steps[i] ?? mark;
		expect(beadX).toBeGreaterThanOrEqual(before.beadX);
		expect(highX - lowX).toBeGreaterThanOrEqual(before.highX - before.lowX);
	}
});
