import { globSync, readFileSync } from 'node:fs';
import { parse, type AST } from 'svelte/compiler';
import { expect, it } from 'vitest';

// What one page uses of Svelte's runtime every page carries. Each of these costs 0.2 to 1 KB; name attributes, and attach.

const COSTLY = ['SpreadAttribute', 'AnimateDirective', 'TransitionDirective', 'UseDirective'];

function costlyIn(code: string): string[] {
	const found: string[] = [];
	const visit = (node: unknown): void => {
		if (Array.isArray(node)) return node.forEach(visit);
		if (typeof node !== 'object' || node === null) return;
		const { type, attributes = [] } = node as { type?: string; attributes?: AST.BaseNode[] };
		if (type === 'SvelteElement') found.push(type);
		if (type === 'RegularElement')
			found.push(...attributes.map((one) => one.type).filter((one) => COSTLY.includes(one)));
		Object.values(node).forEach(visit);
	};
	visit(parse(code, { modern: true }).fragment);
	return found;
}

it('finds what is costly', () => {
	const code =
		'<p {...a} use:b></p><svelte:element this="p" /><C {...a} />{#each x as y (y)}<i animate:f></i>{/each}';
	expect(costlyIn(code).sort()).toEqual([
		'AnimateDirective',
		'SpreadAttribute',
		'SvelteElement',
		'UseDirective'
	]);
});

it('no component uses what every page would carry', () => {
	const files = globSync('src/**/*.svelte');
	expect(files.length).toBeGreaterThan(100);
	expect(files.filter((file) => costlyIn(readFileSync(file, 'utf8')).length > 0)).toEqual([]);
});
