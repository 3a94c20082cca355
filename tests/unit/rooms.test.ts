import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import ts from 'typescript-eslint';
import roomRules, { maySee, pureRooms, rooms } from '../../eslint/rooms.js';

const eslint = new ESLint({
	overrideConfigFile: true,
	overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: ts.parser } }, ...roomRules] as never
});

async function reports(filePath: string, code: string) {
	const results = await eslint.lintText(code, { filePath });
	return results.flatMap((result) => result.messages.map((message) => message.message));
}

async function refused(filePath: string, code: string) {
	return (await reports(filePath, code)).length > 0;
}

describe('the walls between the rooms of src/lib', () => {
	it('stand as ARCHITECTURE.md says', async () => {
		const seen = (room: string, other: string) =>
			refused(`src/lib/${room}/x.ts`, `import { a } from '$lib/${other}';`);

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

	const pairs = rooms.flatMap((room) =>
		rooms.filter((other) => other !== room).map((other) => [room, other] as const)
	);

	it.each(pairs)('hold for %s looking at %s, however the path is written', async (room, other) => {
		const allowed = maySee[room]?.includes(other);
		const at = {
			top: `src/lib/${room}/x.ts`,
			deep: `src/lib/${room}/a/x.ts`,
			deeper: `src/lib/${room}/a/b/x.ts`
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

	it('do not stand in the way of a folder inside a room that has the name of another room', async () => {
		expect(await reports('src/lib/server/workshop/x.ts', `import { a } from '../live/bus';`)).toEqual([]);
		expect(await reports('src/lib/server/x.ts', `import { a } from './live';`)).toEqual([]);
		expect(await reports('src/lib/quiz/x.ts', `import { a } from './ui/part';`)).toEqual([]);
	});

	it('let a name pass that only begins like a room', async () => {
		expect(await reports('src/lib/questions/x.ts', `import { a } from '$lib/cards';`)).toEqual([]);
	});

	it.each(rooms)('keep %s from looking at routes and hooks', async (room) => {
		expect(await refused(`src/lib/${room}/x.ts`, `import { a } from '../../routes/+page';`)).toBe(true);
		expect(await refused(`src/lib/${room}/a/x.ts`, `import { a } from '../../../hooks.server';`)).toBe(true);
	});

	it('leave routes and hooks free', async () => {
		for (const room of rooms) {
			expect(await reports('src/routes/+page.ts', `import { a } from '$lib/${room}';`)).toEqual([]);
			expect(await reports('src/hooks.server.ts', `import { a } from '$lib/${room}';`)).toEqual([]);
		}
	});

	it('say which room is meant and what it may see', async () => {
		expect(await reports('src/lib/scoring/x.ts', `import { a } from '../ui';`)).toEqual([
			`'../ui' import is restricted from being used by a pattern. "scoring" may see questions (eslint/rooms.js).`
		]);
	});
});

describe('pure rooms', () => {
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

	it.each(pureRooms)('%s knows no framework and no database', async (room) => {
		for (const name of frameworks) {
			expect(await refused(`src/lib/${room}/x.ts`, `import { a } from '${name}';`), name).toBe(true);
			expect(await refused(`src/lib/${room}/x.ts`, `const a = import('${name}');`), name).toBe(true);
		}
	});

	it('may use a plain library', async () => {
		expect(
			await reports('src/lib/charts/x.ts', `import type { ChartConfiguration } from 'chart.js';`)
		).toEqual([]);
		expect(await reports('src/lib/result/x.ts', `import * as v from 'valibot';`)).toEqual([]);
		expect(await reports('src/lib/card/x.ts', `import { a } from 'pg-format-like';`)).toEqual([]);
	});

	it.each(['i18n', 'quiz', 'live', 'ui', 'server'])('%s may use frameworks', async (room) => {
		expect(await reports(`src/lib/${room}/x.ts`, `import { a } from 'svelte';`)).toEqual([]);
	});
});
