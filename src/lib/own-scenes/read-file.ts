import { findNodeAtLocation, parseTree, getNodeValue, type ParseError } from 'jsonc-parser';
import * as v from 'valibot';
import {
	crossFaultsIn,
	IN_FILE,
	OWN_SCENES_VERSION,
	PlainFileSchema,
	toOwnScenes,
	type CrossFault,
	type OwnScene
} from './schema';

export type FileFaultCode =
	| CrossFault['code']
	| 'notJson'
	| 'version'
	| 'missing'
	| 'unknown'
	| 'tooLong'
	| 'tooMany'
	| 'tooFew'
	| 'wrong';

export type FileFault = {
	code: FileFaultCode;
	/** From 1, as editors count; 0 where the file has no such place. */
	line: number;
	/** As in `scenes[2].words.es.title`, counting from 0; empty for the file as a whole. */
	field: string;
};

export type ReadScenes =
	{ ok: true; scenes: readonly OwnScene[] } | { ok: false; faults: FileFault[]; more: number };

const MOST_FAULTS = 8;
/** With spaces and line breaks; more is no file of ours. */
const MOST_CHARACTERS = 4 * IN_FILE.bytes;
/** In UTF-8. */
export const MOST_BYTES = 4 * MOST_CHARACTERS;

type Path = readonly (string | number)[];

/** Reads a file whole or not at all, and says where it is wrong. */
export function readScenes(text: string): ReadScenes {
	if (text.length > MOST_CHARACTERS) return failed([{ code: 'tooLarge', line: 0, field: '' }]);
	const errors: ParseError[] = [];
	const source = text.replace(/^\ufeff/, '');
	const root = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
	const [error] = errors;
	if (error || !root)
		return failed([{ code: 'notJson', line: lineOf(source, error?.offset ?? 0), field: '' }]);
	const value: unknown = getNodeValue(root);
	if (versionOf(value) !== OWN_SCENES_VERSION) {
		const node = findNodeAtLocation(root, ['schemaVersion']);
		return failed([{ code: 'version', line: lineOf(source, node?.offset ?? 0), field: 'schemaVersion' }]);
	}
	const parsed = v.safeParse(PlainFileSchema, value);
	const wrong = parsed.success
		? crossFaultsIn(parsed.output)
		: parsed.issues.map((issue) => ({
				code: codeOf(issue),
				path: (issue.path ?? []).map(({ key }) => key as string | number)
			}));
	if (parsed.success && wrong.length === 0) return { ok: true, scenes: toOwnScenes(parsed.output).scenes };
	return failed(
		wrong.map(({ code, path }) => ({ code, line: lineOf(source, offsetOf(path)), field: nameOf(path) }))
	);

	/** A field that is missing is looked for in what lacks it. */
	function offsetOf(path: Path): number {
		for (let length = path.length; length > 0; length--) {
			const node = root && findNodeAtLocation(root, [...path.slice(0, length)]);
			if (node) return (node.parent?.type === 'property' ? node.parent : node).offset;
		}
		return root?.offset ?? 0;
	}
}

const failed = (faults: FileFault[]): ReadScenes => ({
	ok: false,
	faults: faults.slice(0, MOST_FAULTS),
	more: Math.max(0, faults.length - MOST_FAULTS)
});

function versionOf(value: unknown): unknown {
	return typeof value === 'object' && value !== null && 'schemaVersion' in value
		? value.schemaVersion
		: undefined;
}

function codeOf({ type, kind, input, expected }: v.BaseIssue<unknown>): FileFaultCode {
	if (type === 'strict_object')
		return expected === 'never' ? 'unknown' : input === undefined ? 'missing' : 'wrong';
	if (type === 'max_length') return Array.isArray(input) ? 'tooMany' : 'tooLong';
	if (type === 'min_length') return 'tooFew';
	return kind === 'schema' && input === undefined ? 'missing' : 'wrong';
}

function nameOf(path: Path): string {
	return path
		.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
		.join('')
		.replace(/^\./, '');
}

const lineOf = (text: string, offset: number) => text.slice(0, offset).split(/\r\n|\r|\n/).length;
