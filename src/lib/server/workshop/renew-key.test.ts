import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../db';
import { makeSecret } from '../security/secrets';
import { Workshops } from './workshops';
import { bothStores, openWorkshop, reasonOf } from './workshops.fixture';

describe.each(bothStores())('a new host key on %s', (_, open) => {
	let store: Store;
	let workshops: Workshops;
	let code: string;
	let old: string;
	let next: string;

	beforeEach(async () => {
		store = await open();
		workshops = new Workshops({ store, now: () => Date.UTC(2026, 10, 23) });
		({ code, key: old } = await openWorkshop(workshops));
		next = makeSecret();
	});
	afterEach(() => store.close());

	const shared = async () => (await workshops.snapshots(code)).shared;

	it('opens what the old one opened, and the old one opens nothing', async () => {
		await workshops.renewKey(code, old, next);
		expect(await reasonOf(workshops.hosted(code, next))).toBe('none');
		expect(await reasonOf(workshops.hosted(code, old))).toBe('notHost');
		expect(await reasonOf(workshops.renewKey(code, old, makeSecret()))).toBe('notHost');
	});

	it('changes the pass of the join link and the version, and nothing else that anybody sees', async () => {
		const before = await shared();
		await workshops.renewKey(code, old, next);
		const after = await shared();
		expect(after.pass).not.toBe(before.pass);
		expect(after).toEqual({ ...before, pass: after.pass, version: before.version + 1 });
		expect([await workshops.hasPass(code, before.pass), await workshops.hasPass(code, after.pass)]).toEqual([
			false,
			true
		]);
	});

	it('leaves seats and what was answered alone', async () => {
		const seat = makeSecret();
		await workshops.join(code, seat, 'en');
		await workshops.step(await workshops.hosted(code, old), 'start', 1);
		await workshops.answer(code, seat, 1, 'thin-post', 2);
		await workshops.renewKey(code, old, next);
		await workshops.answer(code, seat, 1, 'thin-post', 3);
		expect(await workshops.answersOf(code, seat)).toEqual({ round: 1, answers: { 'thin-post': 3 } });
		expect(await shared()).toMatchObject({ joined: 1, answered: 1 });
	});

	it('may be asked for again by who holds it, since the first answer may have got lost', async () => {
		await workshops.renewKey(code, old, next);
		const { version } = await shared();
		expect(await reasonOf(workshops.renewKey(code, old, next))).toBe('none');
		expect(await reasonOf(workshops.renewKey(code, undefined, next))).toBe('none');
		expect((await shared()).version).toBe(version);
	});

	it('is nobody’s to ask for without the old one', async () => {
		expect(await reasonOf(workshops.renewKey(code, undefined, next))).toBe('notHost');
		expect(await reasonOf(workshops.renewKey(code, makeSecret(), next))).toBe('notHost');
		expect(await reasonOf(workshops.hosted(code, old))).toBe('none');
	});

	it('is that of one of two who ask at once, and the other is refused', async () => {
		const keys = [next, makeSecret()];
		const outcomes = await Promise.all(keys.map((key) => reasonOf(workshops.renewKey(code, old, key))));
		expect(outcomes.toSorted()).toEqual(['none', 'notHost']);
		const [lost, won] = outcomes[0] === 'none' ? [keys[1], keys[0]] : keys;
		expect(await reasonOf(workshops.hosted(code, won))).toBe('none');
		expect(await reasonOf(workshops.hosted(code, lost))).toBe('notHost');
	});

	it('stops a step that was let in with the old one', async () => {
		const letIn = await workshops.hosted(code, old);
		await workshops.renewKey(code, old, next);
		expect(await reasonOf(workshops.step(letIn, 'start', 1))).toBe('notHost');
		expect((await shared()).stage).toBe('lobby');
	});

	it('stops a deletion that was let in with the old one', async () => {
		const letIn = await workshops.hosted(code, old);
		await workshops.renewKey(code, old, next);
		expect(await reasonOf(workshops.delete(letIn))).toBe('notHost');
		expect((await shared()).stage).toBe('lobby');
	});

	it('is announced to those who listen, and kept as a hash', async () => {
		const announced = Promise.withResolvers<string | null>();
		const stop = workshops.listen((changed) => changed === code && announced.resolve(changed));
		await workshops.renewKey(code, old, next);
		expect(await announced.promise).toBe(code);
		stop();
		const rows = await store.db.selectFrom('workshop').selectAll().execute();
		expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${next}|${old}`));
	});
});
