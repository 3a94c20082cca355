import { describe, expect, it } from 'vitest';
import { seededRandom, type Rung } from '../questions';
import { SCENES } from './adversary.fixture';
import { countRungs } from './counts';
import type { Replies } from './counted-scenes';
import { pictureGroup, pictureScene, placeOf } from './picture';

/** Every order of some things, each once. */
function ordersOf<T>(things: readonly T[]): T[][] {
	if (things.length === 0) return [[]];
	return [...new Set(things)].flatMap((first) =>
		ordersOf(things.toSpliced(things.indexOf(first), 1)).map((rest) => [first, ...rest])
	);
}

/** What can be told of five people who all answered three scenes, from the scenes' pictures and with the string. */
function tellRows(columns: readonly (readonly Rung[])[], withString: boolean) {
	const scenes = SCENES.slice(0, columns.length);
	const peopleOf = (columns: readonly (readonly Rung[])[]) =>
		[0, 1, 2, 3, 4].map((person): Replies =>
			Object.fromEntries(scenes.map((scene, i) => [scene, columns[i]?.[person]]))
		);
	const picture = pictureGroup(peopleOf(columns), scenes, 5);
	const shown = scenes.map((scene, i) => ({ scene, picture: pictureScene(countRungs(columns[i] ?? []), 5) }));
	const places = new Map<string, number | null>();
	/** The string of other rows under the same pictures of the scenes. */
	const stringOf = (rows: readonly string[]): string => {
		if (!withString || picture.counted.length === 0) return '';
		const own = rows.map((row) => {
			if (!places.has(row)) {
				const rungs = [...row].map(Number) as Rung[];
				places.set(row, placeOf(Object.fromEntries(scenes.map((scene, i) => [scene, rungs[i]])), picture));
			}
			return places.get(row) as number;
		});
		const counts = Map.groupBy(own, (place) => place);
		const most = [...counts].reduce((a, b) => (b[1].length > a[1].length ? b : a));
		return most[1].length >= 4 ? `nearly all ${most[0]}` : own.sort((a, b) => a - b).join(' ');
	};
	// What nearly all chose hides who did not, so a column may hold any exception.
	const possible = columns.map((column, i) => {
		const { picture } = shown[i] as (typeof shown)[number];
		if (picture.kind !== 'nearlyAll') return ordersOf(column);
		return [0, 1, 2, 3, 4].flatMap((exception) =>
			ordersOf([picture.rung, picture.rung, picture.rung, picture.rung, exception as Rung])
		);
	});
	const rowsOf = (columns: readonly (readonly Rung[])[]) =>
		[0, 1, 2, 3, 4].map((person) => columns.map((column) => column[person]).join(''));
	const own = rowsOf(columns);
	const string = stringOf(own);
	const sets = new Set<string>();
	/** By scene, what was said of it, and another scene: what else those may have chosen. */
	const also = new Map<string, Set<string>>();
	const visit = (chosen: readonly (readonly Rung[])[]) => {
		if (chosen.length < columns.length) {
			for (const column of possible[chosen.length] ?? []) visit([...chosen, column]);
			return;
		}
		const rows = rowsOf(chosen);
		if (stringOf(rows) !== string) return;
		sets.add(rows.toSorted().join(' '));
		for (const row of rows)
			for (let said = 0; said < row.length; said += 1)
				for (let other = 0; other < row.length; other += 1) {
					if (said === other) continue;
					const name = `${said} ${row[said]} ${other}`;
					also.set(name, (also.get(name) ?? new Set()).add(row[other] as string));
				}
	};
	// Nobody has a name: the first column may stand in any one order.
	for (const first of new Set((possible[0] ?? []).map((column) => column.toSorted().join(''))))
		visit([[...first].map(Number) as Rung[]]);
	let [others, determined] = [0, 0];
	for (const row of own)
		for (let said = 0; said < row.length; said += 1)
			for (let other = 0; other < row.length; other += 1) {
				if (said === other) continue;
				others += 1;
				if (also.get(`${said} ${row[said]} ${other}`)?.size === 1) determined += 1;
			}
	return { all: sets.size === 1, others, determined };
}

describe('what the string adds to the pictures of the scenes', () => {
	it('is next to nothing, for five people and three scenes', { timeout: 60_000 }, () => {
		const random = seededRandom(3);
		const found = [false, true].map(() => ({ rooms: 0, all: 0, others: 0, determined: 0 }));
		for (let room = 0; room < 20; room += 1) {
			const columns = [0, 1, 2].map(() => Array.from({ length: 5 }, () => Math.floor(5 * random()) as Rung));
			[false, true].forEach((withString, i) => {
				const told = tellRows(columns, withString);
				const sum = found[i] as (typeof found)[number];
				sum.rooms += 1;
				sum.all += told.all ? 1 : 0;
				sum.others += told.others;
				sum.determined += told.determined;
			});
		}
		const [without, withString] = found as [(typeof found)[number], (typeof found)[number]];
		const text = ({ rooms, all, others, determined }: typeof without) =>
			`all rows in ${all} of ${rooms} rooms, another answer of somebody who said one aloud in ${determined} of ${others} cases`;
		console.info(`determined without the string: ${text(without)}; with it: ${text(withString)}`);
		expect(withString.all / withString.rooms).toBeLessThan(0.05);
		expect(withString.determined / withString.others).toBeLessThan(0.06);
	});
});
