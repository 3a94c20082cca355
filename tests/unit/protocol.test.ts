import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
	AnswerRequestSchema,
	HOST_ACTIONS,
	REFUSALS,
	RenewalRequestSchema,
	SeatRequestSchema,
	SilenceRequestSchema,
	StepRequestSchema
} from '../../src/lib/protocol';

const documented = readFileSync('docs/PROTOCOL.md', 'utf8');

/** The fields of the types in snapshots.ts, by type. */
function snapshotFields(): Map<string, string[]> {
	const path = 'src/lib/protocol/snapshots.ts';
	const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
	const fieldsIn = (node: ts.TypeNode): string[] => {
		if (ts.isIntersectionTypeNode(node)) return node.types.flatMap(fieldsIn);
		if (!ts.isTypeLiteralNode(node)) return [];
		return node.members.flatMap(({ name }) => (name && ts.isIdentifier(name) ? name.text : []));
	};
	return new Map(
		source.statements
			.filter(ts.isTypeAliasDeclaration)
			.map((declared) => [declared.name.text, fieldsIn(declared.type)])
	);
}

/** The cells of the rows that begin with something in backticks, without them. */
function rowsUnder(heading: string): string[][] {
	const [, after = ''] = documented.split(`${heading}\n`);
	const [section = ''] = after.split(/^## /m);
	return [...section.matchAll(/^\| `.*$/gm)].map(([row]) =>
		row
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim().replaceAll('`', ''))
	);
}

describe('docs/PROTOCOL.md', () => {
	it('names every refusal with its status, and no other', () => {
		const rows = rowsUnder('## Questions').filter(([, status]) => /^\d+$/.test(status ?? ''));
		expect(Object.fromEntries(rows.map(([reason, status]) => [reason, Number(status)]))).toEqual(REFUSALS);
	});

	it('names every address, with each method that it has', () => {
		const folder = 'src/routes/w/[workshop]';
		const requests = globSync('src/routes/w/*/**/+server.ts').flatMap((file) => {
			const path = file
				.replaceAll('\\', '/')
				.slice(folder.length, -'/+server.ts'.length)
				.replace('[file]', '<file>');
			const methods = readFileSync(file, 'utf8').matchAll(/^export const ([A-Z]+):/gm);
			return [...methods].map(([, method]) => `\`${method} /w/<code>${path}\``);
		});
		expect(requests.length).toBeGreaterThan(6);
		expect(requests.filter((request) => !documented.includes(request))).toEqual([]);
	});

	it('names every action of the host', () => {
		const [, steps = ''] = documented.split('## Steps');
		const named = new Set([...steps.matchAll(/`(\w+)`/g)].map(([, name]) => name));
		expect(HOST_ACTIONS.filter((action) => !named.has(action))).toEqual([]);
	});

	it('describes every field of a snapshot, and no other', () => {
		const fields = snapshotFields();
		const expected = [...(fields.get('SharedSnapshot') ?? []), ...(fields.get('HostSnapshot') ?? [])];
		const described = rowsUnder('## A snapshot').flatMap(([names = '']) => names.split(', '));
		expect(expected.length).toBeGreaterThan(20);
		expect(described.toSorted()).toEqual(expected.toSorted());
	});

	it('shows the body of every request', () => {
		const bodies: Record<string, v.ObjectEntries> = {
			'/seat': SeatRequestSchema.entries,
			'/answers': AnswerRequestSchema.entries,
			'/silence': SilenceRequestSchema.entries,
			'/host/steps': StepRequestSchema.entries,
			'/host/link': RenewalRequestSchema.entries
		};
		for (const [path, entries] of Object.entries(bodies))
			expect(documented).toContain(`POST /w/<code>${path}\` \`{${Object.keys(entries).join(', ')}}\``);
	});
});
