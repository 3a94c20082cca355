import { describe, expect, test } from 'vitest';
import type { SpreadPicture } from '../group';
import { drawnBy, namedPalette } from './canvas.fake';
import { groupConfig, groupThreads, type GroupStringModel } from './group';
import { threadsConfig } from './threads-config';

const WIDTH = 1050;
const HEIGHT = 400;
/** Half a place to each side of 0 to 100. */
const x = (place: number) => 25 + place * 10;

const spread: SpreadPicture = {
	kind: 'spread',
	places: [
		{ place: 40, count: 2 },
		{ place: 55, count: 3 },
		{ place: 80, count: 1 }
	],
	quarters: { low: 40, middle: 55, high: 55 },
	middleZone: 50
};
const nearlyAll: SpreadPicture = { kind: 'nearlyAll', place: 60 };
const few: SpreadPicture = { kind: 'few' };

const config = (rest: Partial<GroupStringModel> = {}) =>
	groupConfig({ picture: spread, step: 5, own: null, direction: 'ltr', ...rest }, namedPalette);
const drawn = (rest: Partial<GroupStringModel> = {}) => drawnBy(config(rest), WIDTH, HEIGHT);

/** The columns in which beads hang, each with their number: every bead has one lit spot. */
function beads(rest: Partial<GroupStringModel> = {}) {
	const lit = drawn(rest).discs.filter(({ color }) => color === 'threadLight');
	const columns = new Map<number, number>();
	for (const disc of lit) {
		const column = Math.round((disc.x - 25) / 50) * 5;
		columns.set(column, (columns.get(column) ?? 0) + 1);
	}
	return [...columns];
}

describe('a room on the string', () => {
	test('has one point for each person and none that says more', () => {
		expect(config().data.datasets.map(({ data }) => data.map((point) => (point as { x: number }).x))).toEqual(
			[[40, 40, 55, 55, 55, 80], []]
		);
		for (const picture of [few, nearlyAll]) expect(config({ picture }).data.datasets[0]?.data).toEqual([]);
	});

	test('hangs one bead per person at their place, mirrored where reading is', () => {
		expect(beads()).toEqual([
			[40, 2],
			[55, 3],
			[80, 1]
		]);
		expect(beads({ direction: 'rtl' })).toEqual([
			[60, 2],
			[45, 3],
			[20, 1]
		]);
	});

	test('ties a knot at its middle, above the beads', () => {
		const knots = drawn().stroked.filter(({ from, to }) => Math.abs((from + to) / 2 - x(55)) < 8);
		expect(knots.length).toBeGreaterThan(3);
	});

	test('hangs no bead where nearly everybody is in one place, or too few answered', () => {
		for (const picture of [few, nearlyAll]) expect(beads({ picture })).toEqual([]);
		const colors = (picture: SpreadPicture) => drawn({ picture }).stroked.map(({ color }) => color);
		expect(colors(nearlyAll).length).toBeGreaterThan(colors(few).length);
	});

	test('has a hollow bead for the person looking, on the string itself', () => {
		const own = drawn({ own: 70 }).discs.filter((disc) => disc.x === x(70));
		expect(own.map(({ color }) => color)).toEqual(['paper', 'threadDeep', 'paper']);
		expect(config({ own: 70 }).data.datasets[1]?.data).toEqual([{ x: 70, y: 0 }]);
	});

	test('stacks the beads of a small group in zones, and frays the zone of its middle', () => {
		const picture: SpreadPicture = {
			kind: 'spread',
			places: [
				{ place: 25, count: 2 },
				{ place: 75, count: 4 }
			],
			quarters: null,
			middleZone: 75
		};
		const { data, options } = config({ picture, step: 25 });
		expect(data.datasets[0]?.data).toHaveLength(6);
		// The zones at both ends need half their width beyond the scale.
		expect(options?.scales?.x).toMatchObject({ min: -12.5, max: 112.5 });
		const ends = drawn({ picture, step: 25 }).stroked.flatMap(({ from, to }) => [from, to]);
		const at = (place: number) => (WIDTH * (place + 12.5)) / 125;
		for (const end of [62.5, 87.5]) expect(ends.some((x) => Math.abs(x - at(end)) < 1)).toBe(true);
	});

	test('leaves the canvas as it was', () => {
		expect(drawn({ own: 5 }).open).toBe(0);
	});
});

describe('the four dimensions of a room', () => {
	const model = groupThreads({ filter: spread, strings: nearlyAll, pull: few, candour: spread }, 'rtl');

	test('are threads with a knot and the half around it, and none for what cannot be shown', () => {
		const hanging = { score: 55, band: { low: 40, high: 55 } };
		expect(model).toMatchObject({ direction: 'rtl', tie: 'knot', cuts: [], zones: [] });
		expect(model.rows).toEqual([
			{ estimate: hanging },
			{ estimate: { score: 60, band: { low: 60, high: 60 } } },
			{ estimate: hanging }
		]);
	});

	test('have no beads: a bead is one person', () => {
		const { discs } = drawnBy(threadsConfig(model, namedPalette), WIDTH, HEIGHT);
		expect(discs.filter(({ color }) => color === 'threadLight')).toEqual([]);
		expect(discs.length).toBe(12);
	});
});
