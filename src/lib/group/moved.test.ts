import { describe, expect, it } from 'vitest';
import type { Rung } from '../questions';
import { pictureMoved, type AnsweredTwice } from './moved';

const both = (first: Rung, again: Rung): AnsweredTwice => ({ first, again });
const left = (first: Rung): AnsweredTwice => ({ first, again: null });
const came = (again: Rung): AnsweredTwice => ({ first: null, again });
const times = <T>(count: number, ...things: T[]): T[] => Array.from({ length: count }, () => things).flat();

const STAYED = times(3, both(1, 1), both(2, 2));
const UP = times(3, both(1, 3), both(2, 3));
const DOWN = times(3, both(3, 1), both(2, 0));

describe('how many moved', () => {
	it('is counted among those who answered both times, with the share in an interval rounded outwards', () => {
		// R 4.2.2, prop.test(12, 18, correct = FALSE): 0.4374842 to 0.8372098.
		expect(pictureMoved([...STAYED, ...UP, ...DOWN], 5)).toEqual({
			kind: 'moved',
			people: 18,
			stayed: 6,
			ways: { up: 6, down: 6 },
			low: 43,
			high: 84
		});
	});

	it('has no direction where options stand on no ladder', () => {
		const people = [...STAYED, ...UP, ...DOWN.slice(0, 2)];
		expect(pictureMoved(people, 5)).toEqual({ kind: 'some' });
		expect(pictureMoved(people, 5, false)).toMatchObject({ people: 14, stayed: 6, ways: null });
	});

	it('is not told between two options where pictures would tell that few moved one way', () => {
		const stayed = times(3, both(0, 0), both(1, 1));
		const people = [...stayed, ...times(5, both(0, 1)), both(1, 0)];
		expect(pictureMoved(people, 5, false)).toEqual({ kind: 'some' });
		expect(pictureMoved([...stayed, ...times(5, both(0, 1), both(1, 0))], 5, false)).toMatchObject({
			people: 16,
			stayed: 6
		});
	});

	it('is not told where too few moved, whichever way', () => {
		const people = [...STAYED, ...times(2, both(1, 3), both(3, 2))];
		expect(pictureMoved(people, 5, false)).toEqual({ kind: 'some' });
		expect(pictureMoved([...people, both(1, 3)], 5, false)).toMatchObject({ people: 11, stayed: 6 });
	});

	it('may be nobody', () => {
		expect(pictureMoved(STAYED, 5)).toMatchObject({ stayed: 6, ways: { up: 0, down: 0 }, low: 0 });
	});

	it('takes the smallest group of people who answered both times', () => {
		const others = [...times(3, left(1), left(2)), ...times(3, came(1), came(2))];
		expect(pictureMoved([...STAYED.slice(0, 4), ...others], 5)).toEqual({ kind: 'few' });
		expect(pictureMoved([...STAYED.slice(0, 5), ...others], 5)).toMatchObject({ people: 5 });
	});

	it.each([
		['too few stayed', [...STAYED.slice(0, 4), ...UP, ...DOWN]],
		['too few went up', [...STAYED, ...UP.slice(0, 4), ...DOWN]],
		['too few went down', [...STAYED, ...UP, ...DOWN.slice(0, 4)]],
		['one has left', [...STAYED, ...UP, left(4)]],
		['one has come', [...STAYED, ...UP, came(4)]],
		['all went up', times(4, both(0, 2), both(1, 3))],
		['all went down', times(4, both(4, 2), both(3, 1))],
		['nearly all chose alike the first time', [...times(6, both(2, 1), both(2, 2)), both(4, 4)]],
		['nearly all chose alike the second time', [...times(6, both(1, 2), both(2, 2)), both(4, 4)]],
		['those who left had chosen alike', [...STAYED, ...UP, ...times(5, left(4))]],
		['those who came chose alike', [...STAYED, ...UP, ...times(5, came(0))]]
	])('is not said where %s', (_, people) => {
		expect(pictureMoved(people, 5)).toEqual({ kind: 'some' });
	});

	it('is said where those who answered once are the smallest group, and differ', () => {
		const once = [left(0), left(0), left(1), left(2), left(4)];
		expect(pictureMoved([...STAYED, ...UP, ...once], 5)).toMatchObject({ people: 12, stayed: 6 });
	});
});
