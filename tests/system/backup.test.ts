import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, it } from 'vitest';
import type { Rung } from '../../src/lib/questions';
import { LiveWorkshop } from '../support/workshop-api';
import { exampleIn } from './support/docs';
import { ownAnswer } from './support/people';
import { endServers, makeFolder, startServer } from '../support/server';
import { inPool } from './support/waiting';

const SCENES = ['thin-post', 'dealer-host', 'free-audit'] as const;
const [SCENE] = SCENES;
const PEOPLE = 100;
const AT_ONCE = 20;

afterEach(endServers);

/** SQLite's own program is not ours to install. */
const missing = (() => {
	try {
		execFileSync('sqlite3', ['--version'], { stdio: 'pipe' });
		return '';
	} catch (error) {
		return (error as Error).message;
	}
})();
if (missing) console.log(`Skipped, as there is no sqlite3 to make a backup with: ${missing}`);

it.skipIf(missing)(
	'a backup that was made while people answered is a whole workshop that goes on',
	async () => {
		const [data, backup, restored] = [makeFolder(), makeFolder(), makeFolder()];
		const server = await startServer({ DATA_DIR: data });
		const workshop = await LiveWorkshop.open(server.base, { scenes: SCENES });
		const people = await inPool(Array.from({ length: PEOPLE }), AT_ONCE, () => workshop.seat());
		await workshop.act('start');
		const answer = (rung: Rung) =>
			inPool(people, AT_ONCE, async (person) =>
				expect((await workshop.answer(person, SCENE, rung)).status).toBe(200)
			);

		await answer(0);
		const command = exampleIn('sh', '.backup')
			.replace('/var/lib/no-strings', data)
			.replace('/backup', backup);
		await Promise.all([answer(1), promisify(execFile)('sh', ['-ec', command])]);
		await answer(2);
		// Of a server that is killed the write-ahead log stays behind; a backup has none.
		await server.stop();

		copyFileSync(join(backup, 'no-strings.db'), join(restored, 'no-strings.db'));
		await startServer({ DATA_DIR: restored, PORT: String(server.port) });
		const stored = await inPool(people, AT_ONCE, (person) => ownAnswer(workshop, person, SCENE));
		for (const rung of stored) expect([0, 1]).toContain(rung);
		expect(await workshop.room()).toMatchObject({ joined: PEOPLE, answered: PEOPLE });
		await answer(3);
		const { picture } = await workshop.act('close', 'reveal');
		expect(picture).toEqual({ kind: 'nearlyAll', rung: 3 });
	}
);
