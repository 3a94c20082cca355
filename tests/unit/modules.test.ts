import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import ts from 'typescript-eslint';
import moduleRules, {
	maySee,
	modules,
	pureModules,
	serverMaySee,
	serverParts
} from '../../eslint/modules.js';

const eslint = new ESLint({
	overrideConfigFile: true,
	overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: ts.parser } }, ...moduleRules] as never
});

async function reports(filePath: string, code: string) {
	const results = await eslint.lintText(code, { filePath });
	return results.flatMap((result) => result.messages.map((message) => message.message));
}

async function refused(filePath: string, code: string) {
	return (await reports(filePath, code)).length > 0;
}

describe('the walls between the modules of src/lib', () => {
	it('stand as ARCHITECTURE.md says', async () => {
		const seen = (module: string, other: string) =>
			refused(`src/lib/${module}/x.ts`, `import { a } from '$lib/${other}';`);

		expect(await seen('questions', 'scoring')).toBe(true);
		expect(await seen('scoring', 'questions')).toBe(false);
		expect(await seen('scoring', 'result')).toBe(true);
		expect(await seen('result', 'scoring')).toBe(false);
		expect(await seen('result', 'group')).toBe(true);
		expect(await seen('group', 'scoring')).toBe(false);
		expect(await seen('group', 'charts')).toBe(true);
		expect(await seen('charts', 'group')).toBe(false);
		expect(await seen('charts', 'i18n')).toBe(true);
		expect(await seen('card', 'charts')).toBe(false);
		expect(await seen('card', 'i18n')).toBe(true);
		expect(await seen('quiz', 'i18n')).toBe(false);
		expect(await seen('quiz', 'live')).toBe(true);
		expect(await seen('ui', 'styles')).toBe(false);
		expect(await seen('ui', 'server')).toBe(true);
		expect(await seen('i18n', 'languages')).toBe(false);
		expect(await seen('i18n', 'scoring')).toBe(true);
		expect(await seen('server', 'group')).toBe(false);
		expect(await seen('server', 'live')).toBe(true);
	});

	const pairs = modules.flatMap((module) =>
		modules.filter((other) => other !== module).map((other) => [module, other] as const)
	);

	it.each(pairs)('hold for %s looking at %s, however the path is written', async (module, other) => {
		const allowed = maySee[module]?.includes(other);
		const at = {
			top: `src/lib/${module}/x.ts`,
			deep: `src/lib/${module}/a/x.ts`,
			deeper: `src/lib/${module}/a/b/x.ts`
		};
		const codes = [
			[at.top, `import { a } from '$lib/${other}';`],
			[at.top, `import type { A } from '../${other}/a';`],
			[at.top, `import { a } from '../../lib/${other}/a.ts';`],
			[at.top, `import { a } from './../${other}';`],
			[at.top, `export { a } from '../${other}/a.svelte.ts';`],
			[at.top, `export * from '../${other}';`],
			[at.top, `const a = import('../${other}/a');`],
			[at.top, `type A = import('$lib/${other}/a').A;`],
			[at.deep, `import { a } from '../../${other}/a';`],
			[at.deeper, `import { a } from '../../../${other}/a';`]
		] as const;

		const verdicts = await Promise.all(codes.map(([file, code]) => refused(file, code)));
		expect(verdicts).toEqual(codes.map(() => !allowed));
	});

	it('do not stand in the way of a folder inside a module that has the name of another module', async () => {
		expect(await reports('src/lib/server/live/x.ts', `import { a } from '../workshop/bus';`)).toEqual([]);
		expect(await reports('src/lib/server/x.ts', `import { a } from './live';`)).toEqual([]);
		expect(await reports('src/lib/quiz/x.ts', `import { a } from './ui/part';`)).toEqual([]);
	});

	it('let a name pass that only begins like a module', async () => {
		expect(await reports('src/lib/questions/x.ts', `import { a } from '$lib/cards';`)).toEqual([]);
	});

	it.each(modules)('keep %s from looking at routes and hooks', async (module) => {
		expect(await refused(`src/lib/${module}/x.ts`, `import { a } from '../../routes/+page';`)).toBe(true);
		expect(await refused(`src/lib/${module}/a/x.ts`, `import { a } from '../../../hooks.server';`)).toBe(
			true
		);
	});

	it('leave routes and hooks free', async () => {
		for (const module of modules) {
			expect(await reports('src/routes/+page.ts', `import { a } from '$lib/${module}';`)).toEqual([]);
			expect(await reports('src/hooks.server.ts', `import { a } from '$lib/${module}';`)).toEqual([]);
		}
	});

	it('say which module is meant and what it may see', async () => {
		expect(await reports('src/lib/scoring/x.ts', `import { a } from '../ui';`)).toEqual([
			`'../ui' import is restricted from being used by a pattern. "scoring" may see questions (eslint/modules.js).`
		]);
	});
});

describe('pure modules', () => {
	const frameworks = [
		'svelte',
		'svelte/store',
		'svelte-i18n',
		'@sveltejs/kit',
		'@sveltejs/kit/node',
		'$app/state',
		'$env/dynamic/private',
		'kysely',
		'pg',
		'node:sqlite'
	];

	it.each(pureModules)('%s knows no framework and no database', async (module) => {
		for (const name of frameworks) {
			expect(await refused(`src/lib/${module}/x.ts`, `import { a } from '${name}';`), name).toBe(true);
			expect(await refused(`src/lib/${module}/x.ts`, `const a = import('${name}');`), name).toBe(true);
		}
	});

	it('may use a plain library', async () => {
		expect(
			await reports('src/lib/charts/x.ts', `import type { ChartConfiguration } from 'chart.js';`)
		).toEqual([]);
		expect(await reports('src/lib/result/x.ts', `import * as v from 'valibot';`)).toEqual([]);
		expect(await reports('src/lib/card/x.ts', `import { a } from 'pg-format-like';`)).toEqual([]);
	});

	it.each(['i18n', 'quiz', 'live', 'ui', 'server'])('%s may use frameworks', async (module) => {
		expect(await reports(`src/lib/${module}/x.ts`, `import { a } from 'svelte';`)).toEqual([]);
	});
});

describe('the parts of the server', () => {
	const pairs = serverParts.flatMap((part) =>
		serverParts.filter((other) => other !== part).map((other) => [part, other] as const)
	);
	/** `services` is a file; the other parts are folders. */
	const fileIn = (part: string) =>
		part === 'services' ? 'src/lib/server/services.ts' : `src/lib/server/${part}/x.ts`;
	const upwards = (part: string) => (part === 'services' ? './' : '../');

	it('come one after another: db, workshop, live, services, http', () => {
		const order = ['db', 'workshop', 'live', 'services', 'http'];
		for (const [i, part] of order.entries())
			expect(serverMaySee[part]?.filter((other) => order.includes(other))).toEqual(order.slice(0, i));
	});

	it.each(pairs)('hold for %s looking at %s', async (part, other) => {
		const allowed = serverMaySee[part]?.includes(other);
		const codes = [
			`import { a } from '${upwards(part)}${other}';`,
			`import { a } from '$lib/server/${other}';`,
			`export { a } from '$lib/server/${other}.ts';`,
			`const a = import('${upwards(part)}${other}');`
		];
		const verdicts = await Promise.all(codes.map((code) => refused(fileIn(part), code)));
		expect(verdicts).toEqual(codes.map(() => !allowed));
	});

	it('hold deep inside a part as well, and leave its tests free', async () => {
		const code = `import { a } from '../../workshop/a';`;
		expect(await refused('src/lib/server/db/sqlite/x.ts', code)).toBe(true);
		expect(await refused('src/lib/server/db/sqlite/x.test.ts', code)).toBe(false);
	});

	it('see no more of the library than the whole server may', async () => {
		expect(await refused('src/lib/server/workshop/x.ts', `import { a } from '../../live';`)).toBe(true);
		expect(await refused('src/lib/server/http/x.test.ts', `import { a } from '$lib/ui/a';`)).toBe(true);
	});
});

describe('what is for tests alone', () => {
	const names = ['./server.fake', '../db/postgres.fixture', './host.arbitrary', './a.fixture.json'];
	const shipped = [
		'src/lib/group/x.ts',
		'src/lib/live/x.svelte.ts',
		'src/lib/server/db/x.ts',
		'src/lib/server/services.ts',
		'src/routes/x/+server.ts',
		'src/hooks.server.ts',
		'server/main.ts'
	];
	const tests = [
		'src/lib/group/x.test.ts',
		'src/lib/group/x.arbitrary.ts',
		'src/lib/server/db/x.fixture.ts',
		'src/routes/x/x.test.ts',
		'tests/unit/x.test.ts'
	];

	it.each(shipped)('stays out of %s', async (file) => {
		for (const name of names) {
			expect(await refused(file, `import { a } from '${name}';`), name).toBe(true);
			expect(await refused(file, `const a = import('${name}');`), name).toBe(true);
		}
	});

	it.each(tests)('may be used in %s', async (file) => {
		for (const name of names) expect(await reports(file, `import { a } from '${name}';`), name).toEqual([]);
	});
});
