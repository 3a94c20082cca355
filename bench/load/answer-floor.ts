// The floor of answers: the same rows on the disk, by node:http and node:sqlite and nothing else. Its own process.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** As long as the app waits for others before it makes a transaction durable. */
const BATCH_MS = 4;

const folder = mkdtempSync(join(tmpdir(), 'no-strings-floor-'));
const database = new DatabaseSync(join(folder, 'floor.db'));
database.exec(`
	pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;
	create table answer (
		workshop_id text not null, round integer not null, scene text not null, participant_id text not null,
		rung integer not null, primary key (workshop_id, round, scene, participant_id)
	) without rowid`);
const write = database.prepare(`
	insert into answer values ('FLOOR1', ?, ?, ?, ?)
	on conflict (workshop_id, round, scene, participant_id) do update set rung = excluded.rung`);

type Answer = { round: number; scene: string; rung: number };

let waiting: { person: string; answer: Answer; response: ServerResponse }[] = [];

function flush() {
	const bundle = waiting;
	waiting = [];
	database.exec('begin');
	for (const { person, answer } of bundle) write.run(answer.round, answer.scene, person, answer.rung);
	database.exec('commit');
	for (const { response } of bundle)
		response.writeHead(200, { 'content-type': 'application/json' }).end('{"stored":true}');
}

const server = createServer((request, response) => {
	let body = '';
	request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
	request.on('end', () => {
		const person = createHash('sha256')
			.update(request.headers.cookie ?? '')
			.digest('hex');
		if (waiting.length === 0) setTimeout(flush, BATCH_MS);
		waiting.push({ person, answer: JSON.parse(body) as Answer, response });
	});
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('SIGTERM', () => {
	database.close();
	rmSync(folder, { recursive: true });
	process.exit(0);
});
