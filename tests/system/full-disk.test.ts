import { afterAll, afterEach, expect, it } from 'vitest';
import type { Rung } from '../../src/lib/questions';
import { CODE } from '../support/runs';
import { LiveWorkshop, type Visitor } from '../support/workshop-api';
import { ownAnswer } from './support/people';
import { endServers, startServer } from '../support/server';
import { eventually, inPool, statusOf } from './support/waiting';
import { mountSmallDisk } from './support/small-disk';

const SCENES = ['thin-post', 'dealer-host', 'free-audit'] as const;
const [SCENE] = SCENES;
const PEOPLE = 40;
const AT_ONCE = 10;

/** So often the disk was full: what the database has set aside is used up by then. */
const ENOUGH = 2 * PEOPLE;

const disk = mountSmallDisk(4);
if (disk.problem) console.log(`Skipped, as no small disk can be made here: ${disk.problem}`);

afterEach(endServers);
afterAll(() => disk.unmount?.());

it.skipIf(disk.problem)(
	'a full disk takes nothing that was stored, and is forgotten once there is room',
	async () => {
		const env = { DATA_DIR: disk.folder as string };
		const server = await startServer(env);
		const workshop = await LiveWorkshop.open(server.base, { scenes: SCENES });
		const people = await inPool(Array.from({ length: PEOPLE }), AT_ONCE, () => workshop.seat());
		await workshop.act('start');

		const known = new Map<Visitor, Rung>();
		let refused = 0;
		/** Everybody answers, and remembers what was acknowledged. */
		const answer = (rung: Rung) =>
			inPool(people, AT_ONCE, async (person) => {
				const { status, text } = await workshop.answer(person, SCENE, rung);
				if (status === 200) {
					known.set(person, rung);
				} else {
					refused++;
					expect([status, text]).toEqual([503, '{"reason":"unavailable"}']);
				}
			});
		const expectKnown = async () => {
			const stored = await inPool(people, AT_ONCE, (person) => ownAnswer(workshop, person, SCENE));
			expect(stored).toEqual(people.map((person) => known.get(person)));
		};

		await answer(0);
		expect(refused).toBe(0);
		disk.fill?.();
		for (let turn = 1; refused < ENOUGH; turn++) await answer((turn % 5) as Rung);
		await eventually(() => expect(server.logged()).toContain('disk is full'));
		expect(server.logged()).not.toContain('cannot rollback');
		// What was refused is not there either, and whatever only reads goes on.
		await expectKnown();
		for (const path of ['/', `/result/${CODE}`, `/result/${CODE}/card.png`, `${workshop.path}/state`])
			expect(await statusOf(server.base, path), path).toBe(200);

		disk.free?.();
		refused = 0;
		await answer(2);
		expect(refused).toBe(0);
		await expectKnown();
		const { picture } = await workshop.act('close', 'reveal');
		expect(picture).toEqual({ kind: 'nearlyAll', rung: 2 });

		// It is all in the file, not only in this process.
		await server.stop();
		await startServer({ ...env, PORT: String(server.port) });
		await expectKnown();
	}
);
