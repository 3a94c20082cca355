import { describe, expect, it } from 'vitest';
import { worse, type Figure } from '../../bench/load/history';

const figure = (value: number, better: Figure['better'] = 'lower'): Figure[] => [
	{ name: 'p95', value, better }
];
const runs = (...values: number[]) => values.map((p95) => ({ p95 }));

describe('a load run beside the last ones', () => {
	const five = runs(10, 12, 11, 9, 10);

	it('is worse where it is further from their middle than they are from each other', () => {
		expect(worse(figure(13), five)).toEqual([]);
		expect(worse(figure(13.5), five)).toEqual(['p95: 13.5, before 10 (five runs: 9 to 12)']);
		expect(worse(figure(1), five)).toEqual([]);
	});

	it('is worse with less of what should be much', () => {
		expect(worse(figure(6.5, 'higher'), five)).toHaveLength(1);
		expect(worse(figure(20, 'higher'), five)).toEqual([]);
	});

	it('says nothing as long as five runs do not tell what noise is', () => {
		expect(worse(figure(99), runs(10, 10, 10, 10))).toEqual([]);
		expect(worse([{ name: 'new', value: 99, better: 'lower' }], five)).toEqual([]);
	});
});
