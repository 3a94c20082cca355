import { describe, expect, test } from 'vitest';
import { RUNGS, SCENARIOS } from '../questions';
import { displayOrder } from './display-order';

const scenes = SCENARIOS.map(({ id }) => id);

describe('the order of the options in a workshop', () => {
	test('holds every option once', () => {
		for (const scene of scenes) expect([...displayOrder('X7K2MP', scene)].sort()).toEqual([...RUNGS]);
	});

	test('is the same for everybody, and for ever: browsers work it out by themselves', () => {
		expect(displayOrder('X7K2MP', 'thin-post')).toEqual(displayOrder('X7K2MP', 'thin-post'));
		expect(scenes.slice(0, 4).map((scene) => displayOrder('X7K2MP', scene).join(''))).toEqual([
			'20143',
			'40312',
			'01234',
			'32104'
		]);
	});

	test('differs from scene to scene and from workshop to workshop', () => {
		const orders = (code: string) => scenes.map((scene) => displayOrder(code, scene).join(''));
		expect(new Set(orders('X7K2MP')).size).toBeGreaterThan(10);
		const same = orders('X7K2MP').filter((order, i) => order === orders('X7K2MQ')[i]);
		expect(same.length).toBeLessThan(5);
	});

	test('puts no rung in one place more often than chance would', () => {
		const first = Array.from({ length: 1000 }, (_, i) => displayOrder(`R${i}`, 'thin-post')[0]);
		for (const rung of RUNGS) {
			const count = first.filter((other) => other === rung).length;
			expect(count).toBeGreaterThan(140);
			expect(count).toBeLessThan(260);
		}
	});
});
