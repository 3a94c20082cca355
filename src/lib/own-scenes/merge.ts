import { freshId } from './scene';
import { MOST_CHECKS, type OwnScene, type OwnSceneId } from './schema';

export type Merged = {
	scenes: OwnScene[];
	/** Ids, as they stand in `scenes`, of what came. */
	added: OwnSceneId[];
	/** How many of those that came were there already, word for word. */
	same: number;
	/** How many of these brought a check along. */
	checked: number;
};

/**
 * Keeps all of both: what came under an id that another scene has gets a new one. A scene that comes back from whoever
 * checked it stays one scene.
 */
export function merge(there: readonly OwnScene[], coming: readonly OwnScene[]): Merged {
	const scenes = [...there];
	const added: OwnSceneId[] = [];
	let same = 0;
	let checked = 0;
	for (const scene of coming) {
		const place = there.findIndex(({ id }) => id === scene.id);
		const held = there[place];
		if (held && isEqual(held, { ...scene, checks: held.checks })) {
			const both = withChecksOf(held, scene);
			same++;
			if (both !== held) checked++;
			scenes[place] = both;
			continue;
		}
		const id = scenes.some((other) => other.id === scene.id) ? freshId([...scenes, ...coming]) : scene.id;
		scenes.push({ ...scene, id });
		added.push(id);
	}
	return { scenes, added, same, checked };
}

function withChecksOf(scene: OwnScene, { checks }: OwnScene): OwnScene {
	const unknown = checks.filter((check) => !scene.checks.some((held) => isEqual(held, check)));
	if (unknown.length === 0) return scene;
	return { ...scene, checks: [...scene.checks, ...unknown].slice(-MOST_CHECKS) };
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
		if (before && after) return [patched(scene, before, after) as OwnScene];
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

/** Takes over the order of `to` where it is another one than that of `from`. */
function inOrderOf(scenes: OwnScene[], from: readonly OwnScene[], to: readonly OwnScene[]): OwnScene[] {
	const both = (list: readonly OwnScene[], other: readonly OwnScene[]) =>
		list.map(({ id }) => id).filter((id) => other.some((scene) => scene.id === id));
	if (both(from, to).join() === both(to, from).join()) return scenes;
	const wanted = to.flatMap(({ id }) => scenes.filter((scene) => scene.id === id));
	return scenes.map((scene) => (to.some(({ id }) => id === scene.id) ? (wanted.shift() ?? scene) : scene));
}
