import { describe, expect, it } from 'vitest';
import type { Rung, ScenarioId } from '../questions';
import type { Replies } from './counted-scenes';
import { pictureGroup } from './picture';
import { anonymousRows } from './rows';

const scenes: readonly ScenarioId[] = ['thin-post', 'van-dealer', 'dealer-host', 'free-audit'];

const one = (...rungs: (Rung | null | undefined)[]): Replies =>
	Object.fromEntries(scenes.flatMap((scene, i) => (rungs[i] === undefined ? [] : [[scene, rungs[i]]])));

const room = [one(0, 1, 2, 3), one(1, 3, 4, 0), one(2, 0, 1, 4), one(3, 4, 0, 1), one(4, 2, 3, 2)];

const rowsOf = (people: readonly Replies[], random = () => 0.5) =>
	anonymousRows(people, pictureGroup(people, scenes, 3), random);

const asText = (rows: readonly unknown[] | undefined) => rows?.map((row) => JSON.stringify(row)).sort();

describe('anonymousRows', () => {
	it('gives each order of the same rows equally often', () => {
		const people = [one(0, 1, 2, 3), one(1, 3, 4, 0), one(2, 0, 1, 4)];
		// Three choices, then two: every way in which the random source can fall, once.
		const orders = [0, 1 / 3, 2 / 3].flatMap((first) =>
			[0, 1 / 2].map((second) => {
				const chance = [first + 0.01, second + 0.01];
				return JSON.stringify(rowsOf(people, () => chance.shift()!));
			})
		);
		expect(new Set(orders).size).toBe(6);
	});

	it('holds every answer of everybody with a place, and nothing else', () => {
		const people = room.map((replies, i) => Object.assign({ ...replies }, { device: `device-${i}` }));
		expect(rowsOf(people)?.scenes).toEqual(scenes);
		expect(asText(rowsOf(people)?.rows)).toEqual(
			asText(room.map((replies) => scenes.map((s) => replies[s])))
		);
	});

	it('has no column that a latecomer’s row would leave empty', () => {
		const rows = rowsOf([...room, one(undefined, 4, 1, 0)]);
		expect(rows?.scenes).toEqual(scenes.slice(1));
		expect(rows?.rows.flat()).not.toContain(null);
		expect(rows?.rows).toHaveLength(6);
	});

	it('leaves a gap for somebody who sat out, whom nobody knows', () => {
		const rows = rowsOf([...room, one(1, null, 1, 0)]);
		expect(rows?.scenes).toEqual(scenes);
		expect(rows?.rows.filter((row) => row.includes(null))).toEqual([[1, null, 1, 0]]);
	});

	it('leaves out a scene in which nearly all chose alike', () => {
		const alike = room.map((replies, i): Replies => ({ ...replies, 'free-audit': i === 0 ? 1 : 4 }));
		expect(rowsOf(alike)?.scenes).toEqual(scenes.slice(0, 3));
	});

	it('gives nothing where no scenes count', () => {
		expect(rowsOf(room.slice(0, 2))).toBeNull();
		expect(rowsOf([])).toBeNull();
	});
});
