import { afterEach, describe, expect, it } from 'vitest';
import type { Rung } from '../../src/lib/questions';
import { LiveWorkshop } from '../support/workshop-api';
import { bothDatabases } from './support/databases';
import { ownAnswer } from './support/people';
import { endServers, startServer } from '../support/server';
import { inPool } from './support/waiting';

const PEOPLE = 1_000;
const SCENES = ['thin-post', 'dealer-host', 'free-audit'] as const;
const [SCENE] = SCENES;

/** As many send at once as do when a hall answers. */
const AT_ONCE = 200;

afterEach(endServers);

/** What one person knows: what was acknowledged last, and what was sent after that without an answer. */
type Known = { acknowledged: Rung | null; open: Rung[] };

describe.each(bothDatabases())('on %s a server that is killed among a thousand answers', (_, database) => {
	it('has each that it acknowledged when it comes back, and counts each once', async () => {
		const env = await database();
		const server = await startServer(env);
		const workshop = await LiveWorkshop.open(server.base, { scenes: SCENES });
		const people = await inPool(Array.from({ length: PEOPLE }), AT_ONCE, () => workshop.seat());
		await workshop.act('start');

		// Everybody answers, and half of them think again.
		const known = people.map((): Known => ({ acknowledged: null, open: [] }));
		const sent = [...people.keys(), ...[...people.keys()].filter((i) => i % 2 === 0)];
		let acknowledged = 0;
		await inPool(sent, AT_ONCE, async (i, turn) => {
			const rung = ((i + (turn < PEOPLE ? 0 : 1)) % 5) as Rung;
			const person = known[i] as Known;
			person.open.push(rung);
			try {
				const answer = await workshop.answer(people[i] as (typeof people)[number], SCENE, rung);
				expect(answer.status, answer.text).toBe(200);
			} catch (error) {
				if (server.alive() && acknowledged < PEOPLE / 2) throw error;
				return;
			}
			person.acknowledged = rung;
			person.open = person.open.filter((open) => open !== rung);
			if (++acknowledged === PEOPLE / 2) server.kill('SIGKILL');
		});
		expect(await server.ended).toEqual({ code: null, signal: 'SIGKILL' });
		expect(acknowledged).toBeLessThan(sent.length);

		const again = await startServer({ ...env, PORT: String(server.port) });
		const stored = await inPool(people, AT_ONCE, (person) => ownAnswer(workshop, person, SCENE));
		known.forEach(({ acknowledged, open }, i) => {
			// What was on its way may have been stored; nobody was told.
			expect([acknowledged, ...open], `of person ${i}`).toContain(stored[i] ?? null);
		});
		expect(await workshop.room()).toMatchObject({
			joined: PEOPLE,
			answered: stored.filter((rung) => rung !== undefined).length
		});

		// Participants’ pages send again what nobody acknowledged; it counts once.
		await inPool(people, AT_ONCE, (person, i) => workshop.answer(person, SCENE, (i % 5) as Rung));
		expect(await workshop.room()).toMatchObject({ joined: PEOPLE, answered: PEOPLE });
		const { picture } = await workshop.act('close', 'reveal');
		expect(picture).toEqual({ kind: 'shares', count: PEOPLE, shares: [20, 20, 20, 20, 20] });
		expect(again.logged()).toBe('');
	});
});
