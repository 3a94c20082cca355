import { freshId } from './scene';
import type { OwnSceneId } from '../questions';
import { isOf, withChecks } from './check';
import type { OwnScene, RungCheck } from './schema';

export type Merged = {
	scenes: OwnScene[];
	/** Ids, as they stand in `scenes`, of what came. */
	added: OwnSceneId[];
	/** How many of those that came were there already, word for word. */
	same: number;
	/** How many of those that were there have got a reading more. */
	checked: number;
};

/**
 * Keeps all of both: what came under an id that another scene has gets a new one. A scene that comes back from whoever
 * checked it stays one scene, with the readings of both. Where it was changed meanwhile, both stay, and a reading is kept with
 * each whose words it was of.
 */
export function merge(there: readonly OwnScene[], coming: readonly OwnScene[]): Merged {
	const scenes = [...there];
	const added: OwnSceneId[] = [];
	const checked = new Set<OwnSceneId>();
	let same = 0;
	for (const scene of coming) {
		const place = scenes.findIndex(({ id }) => id === scene.id);
		// A scene that got a new id the last time lies under that one.
		const twin =
			place < 0
				? -1
				: there.findIndex((held) => isEqual(held, { ...scene, id: held.id, checks: held.checks }));
		for (const at of new Set([place, twin])) {
			const held = scenes[at];
			if (!held) continue;
			const both = withChecks(
				held,
				at === twin ? scene.checks : scene.checks.filter((check) => isOf(held, check))
			);
			if (both !== held) checked.add(held.id);
			scenes[at] = both;
		}
		if (twin >= 0) {
			same++;
			continue;
		}
		const id = place < 0 ? scene.id : freshId([...scenes, ...coming]);
		scenes.push({ ...scene, id });
		added.push(id);
	}
	return { scenes, added, same, checked: checked.size };
}

/**
 * Applies what changed from one state to another to a third, so that a step of one tab can be undone after another tab has
 * written something else. What both have changed becomes as in `to`; a scene that was changed meanwhile is not taken away.
 */
export function transplant(
	current: readonly OwnScene[],
	from: readonly OwnScene[],
	to: readonly OwnScene[]
): OwnScene[] {
	const find = (scenes: readonly OwnScene[], id: OwnSceneId) => scenes.find((scene) => scene.id === id);
	const kept = current.flatMap((scene) => {
		const before = find(from, scene.id);
		const after = find(to, scene.id);
		if (before && after)
			return [{ ...(patched(scene, before, after) as OwnScene), checks: checksAfter(scene, before, after) }];
		return before && !after && isEqual(scene, before) ? [] : [scene];
	});
	const missing = to.filter(({ id }) => !find(from, id) && !find(kept, id));
	for (const scene of missing) {
		const before = to.slice(0, to.indexOf(scene)).findLast(({ id }) => find(kept, id));
		const place = before ? kept.findIndex(({ id }) => id === before.id) + 1 : 0;
		kept.splice(place, 0, scene);
	}
	return inOrderOf(kept, from, to);
}

export function isEqual(one: unknown, other: unknown): boolean {
	if (Object.is(one, other)) return true;
	if (!isNode(one) || !isNode(other) || Array.isArray(one) !== Array.isArray(other)) return false;
	const keys = Object.keys(one);
	return (
		keys.length === Object.keys(other).length &&
		keys.every((key) => Object.hasOwn(other, key) && isEqual(one[key], other[key]))
	);
}

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Leaf by leaf; lists of another length go over whole. */
function patched(current: unknown, from: unknown, to: unknown): unknown {
	if (isEqual(from, to)) return current;
	if (Array.isArray(current) && Array.isArray(from) && Array.isArray(to)) {
		if (from.length !== to.length || current.length !== to.length) return to;
		return current.map((item, i) => patched(item, from[i], to[i]));
	}
	if (!isNode(current) || !isNode(from) || !isNode(to) || Array.isArray(to)) return to;
	const keys = new Set([...Object.keys(current), ...Object.keys(to)]);
	return Object.fromEntries(
		[...keys].flatMap((key) => {
			if (!Object.hasOwn(to, key) && Object.hasOwn(from, key)) return [];
			if (isEqual(from[key], to[key])) return Object.hasOwn(current, key) ? [[key, current[key]]] : [];
			return [[key, Object.hasOwn(current, key) ? patched(current[key], from[key], to[key]) : to[key]]];
		})
	);
}

/** A reading that came meanwhile belongs to no step. */
function checksAfter(current: OwnScene, from: OwnScene, to: OwnScene): readonly RungCheck[] {
	const has = ({ checks }: OwnScene, { id }: RungCheck) => checks.some((check) => check.id === id);
	if (isEqual(from.checks, to.checks)) return current.checks;
	return [
		...current.checks.filter((check) => !has(from, check) || has(to, check)),
		...to.checks.filter((check) => !has(from, check) && !has(current, check))
	];
}

/** Takes over the order of `to` where it is another one than that of `from`. */
function inOrderOf(scenes: OwnScene[], from: readonly OwnScene[], to: readonly OwnScene[]): OwnScene[] {
	const both = (list: readonly OwnScene[], other: readonly OwnScene[]) =>
		list.map(({ id }) => id).filter((id) => other.some((scene) => scene.id === id));
	if (both(from, to).join() === both(to, from).join()) return scenes;
	const wanted = to.flatMap(({ id }) => scenes.filter((scene) => scene.id === id));
	return scenes.map((scene) => (to.some(({ id }) => id === scene.id) ? (wanted.shift() ?? scene) : scene));
}
