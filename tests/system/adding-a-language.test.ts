import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** What the build, the types and the tests of the wording read. */
const COPIED = [
	'package.json',
	'src',
	'svelte.config.js',
	'tests',
	'tsconfig.json',
	'vite',
	'vite.config.ts'
];
const FOLDERS = ['src/lib/i18n/messages', 'src/lib/questions/wording'];
const RECORDS = 'src/lib/languages/index.ts';
/** Portuguese in Spanish words: what a language needs does not depend on what it says. */
const RECORD = `	pt: {
		tag: 'pt',
		intl: 'pt',
		script: 'latin',
		direction: 'ltr',
		openGraph: 'pt_PT',
		name: 'Português',
		quotes: ['«', '»'],
		standsInFor: []
	}`;
/** Who reads records of languages: these modules, and what the tests of all suites share. */
const TYPED = [
	...['languages', 'i18n', 'questions', 'address', 'phrases'].map((module) => `src/lib/${module}/**/*.ts`),
	...['tests/support/*.ts', 'tests/e2e/support/*.ts']
];
const TESTS = ['src/lib/languages/', 'src/lib/i18n/messages.test.ts', 'src/lib/questions/content-rules'];
/** Much more than it takes: a machine may be busy. */
const TIMEOUT_MS = 300_000;

let copy: string;

beforeAll(async () => {
	copy = mkdtempSync(join(tmpdir(), 'no-strings-language-'));
	for (const name of COPIED) cpSync(name, join(copy, name), { recursive: true });
	symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'), 'junction');
	for (const name of ['scripts', 'server'])
		symlinkSync(join(process.cwd(), name), join(copy, name), 'junction');
	for (const folder of FOLDERS)
		cpSync(join(copy, folder, 'es'), join(copy, folder, 'pt'), { recursive: true });
	const records = readFileSync(join(copy, RECORDS), 'utf8');
	const added = records.replace(/\n\t\}\n\} as const satisfies/, `\n\t},\n${RECORD}\n} as const satisfies`);
	expect(added).not.toBe(records);
	writeFileSync(join(copy, RECORDS), added);
	await run('@sveltejs/kit/svelte-kit.js', 'sync');
}, TIMEOUT_MS);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test(
	'adding a language takes two folders and a record: the types fit',
	async () => {
		const config = { extends: './tsconfig.json', include: ['.svelte-kit/*.d.ts', ...TYPED] };
		writeFileSync(join(copy, 'tsconfig.language.json'), JSON.stringify(config));
		expect(await run('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.language.json')).toBe('');
	},
	TIMEOUT_MS
);

test(
	'adding a language takes two folders and a record: the tests of the wording find it and pass',
	async () => {
		const said = await run('vitest/vitest.mjs', 'run', '--project=node', '--reporter=verbose', ...TESTS);
		expect(said).toMatch(/✓ .*the messages in pt/);
	},
	TIMEOUT_MS
);

/** Runs a program of node_modules in the copy. Returns what it says, also where it fails. */
async function run(program: string, ...args: string[]): Promise<string> {
	const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
	try {
		const { stdout } = await promisify(execFile)(
			process.execPath,
			[join(copy, 'node_modules', program), ...args],
			{ cwd: copy, env }
		);
		return stdout;
	} catch (error) {
		const { stdout, stderr } = error as { stdout: string; stderr: string };
		throw new Error(`${program} failed:\n${stdout}\n${stderr}`, { cause: error });
	}
}
