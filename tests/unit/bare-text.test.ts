import { parse, type AST } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';

// Page translation replaces text nodes. A block whose first or last node was one cannot be taken away any more, or
// takes more away than is its own; so text at the edge of a block stands in an element.

const sources = import.meta.glob<string>('../../src/**/*.svelte', {
	eager: true,
	query: '?raw',
	import: 'default'
});

const BRANCHES = ['consequent', 'alternate', 'body', 'fallback', 'pending', 'then', 'catch'] as const;
const BLOCKS = ['IfBlock', 'EachBlock', 'KeyBlock', 'AwaitBlock', 'SnippetBlock'];
const UNSEEN = ['Comment', 'ConstTag', 'DeclarationTag'];

type Node = AST.Fragment['nodes'][number];

const isSeen = (node: Node) => !UNSEEN.includes(node.type) && !(node.type === 'Text' && !node.data.trim());
const isBare = (node: Node | undefined) => node?.type === 'Text' || node?.type === 'ExpressionTag';

/** Lines at which a block begins or ends with text. */
function bareEdges(source: string): number[] {
	const lines: number[] = [];
	const visit = (value: unknown) => {
		if (typeof value !== 'object' || value === null) return;
		const node = value as { type?: string } & Record<string, unknown>;
		for (const branch of node.type && BLOCKS.includes(node.type) ? BRANCHES : []) {
			const nodes = (node[branch] as AST.Fragment | null | undefined)?.nodes?.filter(isSeen) ?? [];
			const edge = [nodes[0], nodes.at(-1)].find(isBare);
			if (edge) lines.push(source.slice(0, edge.start).split('\n').length);
		}
		for (const child of Object.values(node)) visit(child);
	};
	visit(parse(source, { modern: true }).fragment);
	return lines;
}

describe('text at the edge of a block', () => {
	test.each([
		['{#if a}text{/if}', [1]],
		['{#if a}<b>b</b>\n{c}{:else}<i>d</i>{/if}', [2]],
		['{#each a as b (b)}{b}<i>c</i>{/each}', [1]],
		['{#if a} <b>{c}</b> {/if}', []],
		['<p>{a}</p>', []]
	])('is found in %s', (source, lines) => {
		expect(bareEdges(source)).toEqual(lines);
	});

	test('stands in an element everywhere', () => {
		expect(Object.keys(sources).length).toBeGreaterThan(100);
		const found = Object.entries(sources).flatMap(([file, source]) =>
			bareEdges(source).map((line) => `${file.slice(6)}:${line}`)
		);
		expect(found).toEqual([]);
	});
});
