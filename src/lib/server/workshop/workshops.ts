import type { Report, Settings } from '../../group';
import type { HostAction, OwnAnswers, Snapshots } from '../../protocol';
import type { Language, Rung, ScenarioId } from '../../questions';
import { checkHost, findWorkshop, participantOf, type Context } from './finding';
import { deleteExpired, deleteWorkshop } from './deleting';
import { Gatherer } from './gathering';
import { openWorkshop } from './opening';
import { Reader } from './reading';
import type { Workshop } from './record';
import { Refusal } from '../refusal';
import { reportOf, rowsOf } from './reporting';
import { hashOf, matches } from './secrets';
import { takeStep } from './stepping';
import { takePart, type Part } from './taking-part';

export type Opened = { ok: true; code: string; key: string } | { ok: false; reason: 'passphrase' };

/**
 * The use cases of workshops. Codes are as `readCode` writes them; keys and seats are secrets of their holders. What is
 * understood and refused throws a `Refusal`; where the database does not answer, its own error comes through.
 */
export class Workshops {
	readonly #context: Context;
	readonly #passphraseHash: string | null;
	readonly #parts: Gatherer<Part>;
	readonly reader: Reader;

	constructor(context: Context, passphrase?: string) {
		this.#context = context;
		this.#passphraseHash = passphrase === undefined ? null : hashOf(passphrase);
		this.#parts = new Gatherer((parts) => takePart(context, parts));
		this.reader = new Reader(context);
	}

	get needsPassphrase(): boolean {
		return this.#passphraseHash !== null;
	}

	/** Opens a workshop, for those who know the passphrase where there is one. */
	async open(settings: Settings, passphrase = ''): Promise<Opened> {
		if (this.#passphraseHash !== null && !matches(passphrase, this.#passphraseHash))
			return { ok: false, reason: 'passphrase' };
		return { ok: true, ...(await openWorkshop(this.#context, settings)) };
	}

	/** How a workshop stands, for the room and for the facilitator. */
	snapshots(code: string): Promise<Snapshots> {
		return this.reader.snapshots(code);
	}

	/** Takes a seat. With the same seat again, nothing changes. */
	join(code: string, seat: string, language: Language): Promise<void> {
		return this.#parts.add({ does: 'join', code, seat, language });
	}

	/** Answers a scene that is open, or takes the answer back. Durable when it resolves. */
	answer(code: string, seat: string, round: number, scene: ScenarioId, rung: Rung | null): Promise<void> {
		return this.#parts.add({ does: 'answer', code, seat, round, scene, rung });
	}

	/** What the holder of a seat has answered in this round. */
	async answersOf(code: string, seat: string | undefined): Promise<OwnAnswers> {
		const { session } = await findWorkshop(this.#context, code);
		const participant_id = participantOf(seat);
		const { db } = this.#context.store;
		const seated = await db
			.selectFrom('participant')
			.select('participant_id')
			.where('workshop_id', '=', code)
			.where('participant_id', '=', participant_id)
			.executeTakeFirst();
		if (!seated) throw new Refusal('noSeat');
		const rows = await db
			.selectFrom('answer')
			.select(['scene', 'rung'])
			.where('workshop_id', '=', code)
			.where('round', '=', session.round)
			.where('participant_id', '=', participant_id)
			.execute();
		return {
			round: session.round,
			answers: Object.fromEntries(rows.map(({ scene, rung }) => [scene, rung]))
		};
	}

	/** The workshop, for its facilitator alone. */
	async hosted(code: string, key: string | undefined): Promise<Workshop> {
		const workshop = await findWorkshop(this.#context, code);
		checkHost(workshop, key);
		return workshop;
	}

	/** Takes a step, seen by everybody. */
	step(code: string, key: string | undefined, action: HostAction, seen: number): Promise<void> {
		return takeStep(this.#context, code, key, action, seen);
	}

	/** What the workshop leaves behind, for its facilitator. */
	async report(code: string, key: string | undefined): Promise<Report> {
		return reportOf(this.reader, await this.hosted(code, key));
	}

	/** Single rows, for the facilitator; see `rowsOf`. */
	async rows(code: string, key: string | undefined): Promise<Awaited<ReturnType<typeof rowsOf>>> {
		return rowsOf(this.reader, await this.hosted(code, key));
	}

	/** Deletes everything, now. */
	delete(code: string, key: string | undefined): Promise<void> {
		return deleteWorkshop(this.#context, code, key);
	}

	/** Deletes what has reached the end of its time; gives the codes. */
	deleteExpired(): Promise<string[]> {
		return deleteExpired(this.#context);
	}

	/** Hears which workshop changed; null when any may have. */
	listen(listener: (code: string | null) => void): () => void {
		return this.#context.store.listen(listener);
	}
}
