import { toJsonSchema } from '@valibot/to-json-schema';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LONGEST, OPTIONS, PlainFileSchema } from '../../src/lib/own-scenes';
import { readScenes } from '../../src/lib/own-scenes/read-file';

type Node = Record<string, never> & { properties?: Record<string, Node>; items?: Node; anyOf?: Node[] };

const schema = toJsonSchema(PlainFileSchema, { typeMode: 'input', ignoreActions: ['transform'] }) as Node;
const page = readFileSync(new URL('../../docs/SCENES.md', import.meta.url), 'utf8');

/** All names of fields, however deep. */
const namesIn = ({ properties = {}, items, anyOf = [] }: Node): string[] => [
	...Object.entries(properties).flatMap(([name, node]) => [name, ...namesIn(node)]),
	...(items ? namesIn(items) : []),
	...anyOf.flatMap(namesIn)
];

test('the JSON Schema has the limits of the schema that reads', () => {
	const scene = schema.properties?.scenes?.items?.properties;
	const words = scene?.words?.properties?.en;
	expect(words?.properties?.stem).toMatchObject({ type: 'string', maxLength: LONGEST.stem });
	expect(words?.properties?.options).toMatchObject({ minItems: OPTIONS.fewest, maxItems: OPTIONS.most });
	expect(words).toMatchObject({ required: ['title', 'stem', 'options'], additionalProperties: false });
	expect(schema).toMatchObject({ required: ['schemaVersion', 'scenes'], additionalProperties: false });
});

test('docs/SCENES.md names every field of a file', () => {
	const languages = ['en', 'es', 'ar'];
	const names = new Set(namesIn(schema).filter((name) => !languages.includes(name)));
	expect([...names].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test('the example in docs/SCENES.md can be read', () => {
	const [, example = ''] = /```json\n([^]*?)```/.exec(page) ?? [];
	expect(readScenes(example)).toMatchObject({ ok: true, scenes: [{ id: 'own-late-delivery' }] });
});
