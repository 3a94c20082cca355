import { globSync, readFileSync } from 'node:fs';
import { parse, type AST } from 'svelte/compiler';
import { expect, test } from 'vitest';

/** Every `{#await}` of a component, however deep. */
function awaitsIn(node: unknown): AST.AwaitBlock[] {
	if (typeof node !== 'object' || node === null) return [];
	const own = 'type' in node && node.type === 'AwaitBlock' ? [node as AST.AwaitBlock] : [];
	return [...own, ...Object.values(node).flatMap(awaitsIn)];
}

const components = globSync('src/**/*.svelte').map((file) => ({
	file,
	awaits: awaitsIn(parse(readFileSync(file, 'utf8'), { modern: true }).fragment)
}));

test('every part that comes later says what happens when it does not come', () => {
	expect(components.flatMap(({ awaits }) => awaits).length).toBeGreaterThan(5);
	const blank = components.filter(({ awaits }) => awaits.some(({ catch: otherwise }) => !otherwise));
	expect(blank.map(({ file }) => file)).toEqual([]);
});
