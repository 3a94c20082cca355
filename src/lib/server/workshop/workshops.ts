import type { Asking, Report, Settings } from '../../group';
import type { AskedScene } from '../../own-scenes';
import type { HostAction, OwnAnswers, SeatState, Snapshots } from '../../protocol';
import type { Language, Rung, SceneId } from '../../questions';
import { Refusal } from '../refusal';
import { hashOf, matches, passOf } from '../security/secrets';
import { Batcher } from './batcher';
import { closeDue } from './close-due';
import { createWorkshop } from './create';
import { deleteExpired, deleteWorkshop } from './delete';
import { markPresence } from './mark-presence';
import { checkHost, contextOf, findWorkshop, type Context, type Given } from './find-workshop';
import { answersOfParticipant, findSeatsHere } from './queries';
import { Gatherer } from './gather';
import { ownScenesOf } from './own-scenes';
import type { Workshop } from './record';
import { recordParts, type Part } from './record-answers';
import { reckonHere } from './reckon';
import { renewKey } from './renew-key';
import { reportOf, rowsOf } from './report';
import { participantOf } from './seats';
import { SnapshotReader } from './snapshots';
import { takeStep, type StepDetails } from './take-step';

/** Figures are worked out in this thread where there is nobody else to do it. */
type Services = Omit<Given, 'reckon'> & Partial<Given>;

type View = { workshop: Workshop; snapshots: Snapshots };

export type Created = { ok: true; code: string; key: string } | { ok: false; reason: 'passphrase' };

/**
 * The use cases of workshops. Codes are as `readCode` writes them. Methods throw a `Refusal` for what is understood and
 * refused, and the database's own error where it does not answer.
 */
export class Workshops {
	readonly #context: Context;
	readonly #passphraseHash: string | null;
	readonly #parts: Batcher<Part>;
	readonly #reader: SnapshotReader;
	/** Hundreds who join at once are told the same. */
	readonly #views: Gatherer<string, View>;

	constructor(services: Services, passphrase?: string) {
		const context = contextOf({ reckon: reckonHere, ...services });
		this.#context = context;
		this.#passphraseHash = passphrase === undefined ? null : hashOf(passphrase);
		// One writer at a time shares its commits; elsewhere no workshop waits for another.
		const queueOf = context.store.locksRows ? ({ code }: Part) => code : undefined;
		this.#parts = new Batcher((parts) => recordParts(context, parts), queueOf);
		this.#reader = new SnapshotReader(context);
		this.#views = new Gatherer(
			(codes) => codes.map((code) => this.#view(code)),
			(code) => code
		);
	}

	mayCreate(passphrase = ''): boolean {
		return this.#passphraseHash === null || matches(passphrase, this.#passphraseHash);
	}

	/** @param own the words of those scenes that the host wrote, of which `settings` holds the ids */
	async create(settings: Settings, passphrase = '', own: readonly AskedScene[] = []): Promise<Created> {
		if (!this.mayCreate(passphrase)) return { ok: false, reason: 'passphrase' };
		return { ok: true, ...(await createWorkshop(this.#context, settings, own)) };
	}

	/** Returns the words of the scenes that the host wrote. */
	async ownScenes(code: string): Promise<readonly AskedScene[]> {
		return this.ownScenesOf(await findWorkshop(this.#context, code));
	}

	ownScenesOf(workshop: Workshop): Promise<readonly AskedScene[]> {
		return ownScenesOf(this.#context, workshop);
	}

	async snapshots(code: string): Promise<Snapshots> {
		return (await this.#views.read(code)).snapshots;
	}

	async #view(code: string): Promise<View> {
		const workshop = await this.#find(code);
		return { workshop, snapshots: await this.snapshotsOf(workshop) };
	}

	/** Finds a workshop as it is now: what was open too long is closed, whoever asks. */
	async #find(code: string): Promise<Workshop> {
		return closeDue(this.#context, await findWorkshop(this.#context, code));
	}

	snapshotsOf(workshop: Workshop): Promise<Snapshots> {
		return this.#reader.snapshotsOf(workshop);
	}

	/** Takes a seat; the same seat may join again. */
	join(code: string, seat: string, language: Language): Promise<void> {
		return this.#parts.add({ does: 'join', code, seat, language });
	}

	/** Answers an open scene; null takes the answer back. Durable when it resolves. */
	answer(
		code: string,
		seat: string,
		round: number,
		scene: SceneId,
		rung: Rung | null,
		asking: Asking = 'once'
	): Promise<void> {
		return this.#parts.add({ does: 'answer', code, seat, round, scene, asking, rung });
	}

	/** @param here of this process alone, by `participantOf`, as those that are `away` */
	markPresence(code: string, here: ReadonlySet<string>, away: readonly string[]): Promise<void> {
		return markPresence(this.#context, code, { here, away });
	}

	seatsHere(): ReturnType<typeof findSeatsHere> {
		return findSeatsHere(this.#context.store.db);
	}

	/** Counts scenes that were seen open and closed, and not answered, as sat out. Durable when it resolves. */
	keepSilent(code: string, seat: string, round: number, scenes: readonly SceneId[]): Promise<void> {
		return this.#parts.add({ does: 'keepSilent', code, seat, round, scenes });
	}

	/** Returns the snapshot with the answers of a seat's holder; `own` is null without a seat. */
	async seatState(code: string, seat: string | undefined): Promise<SeatState> {
		const { workshop, snapshots } = await this.#views.read(code);
		return {
			snapshot: snapshots.shared,
			own: seat === undefined ? null : await this.#answersIn(workshop, seat)
		};
	}

	/** @throws Refusal `noSeat` */
	async answersOf(code: string, seat: string | undefined): Promise<OwnAnswers> {
		const own = await this.#answersIn(await findWorkshop(this.#context, code), seat);
		if (!own) throw new Refusal('noSeat');
		return own;
	}

	async #answersIn(workshop: Workshop, seat: string | undefined): Promise<OwnAnswers | null> {
		const { db } = this.#context.store;
		const own = await answersOfParticipant(db, workshop, participantOf(seat));
		return own && { round: workshop.session.round, ...own };
	}

	/** @throws Refusal `notHost` */
	async hosted(code: string, key: string | undefined): Promise<Workshop> {
		const workshop = await findWorkshop(this.#context, code);
		checkHost(workshop, key);
		return closeDue(this.#context, workshop);
	}

	renewKey(code: string, held: string | undefined, next: string): Promise<Workshop> {
		return renewKey(this.#context, code, held, next);
	}

	passOf({ hostHash, code }: Workshop): string {
		return passOf(hostHash, code);
	}

	async hasPass(code: string, pass: string): Promise<boolean> {
		const { hostHash } = await findWorkshop(this.#context, code);
		return matches(pass, hashOf(passOf(hostHash, code)));
	}

	step(workshop: Workshop, action: HostAction, seen: number, details?: StepDetails): Promise<Workshop> {
		return takeStep(this.#context, this.#reader, workshop, action, seen, details);
	}

	report(workshop: Workshop): Promise<Report> {
		return reportOf(this.#context, this.#reader, workshop);
	}

	rows(workshop: Workshop): ReturnType<typeof rowsOf> {
		return rowsOf(this.#context, this.#reader, workshop);
	}

	delete(workshop: Workshop): Promise<void> {
		return deleteWorkshop(this.#context, workshop);
	}

	/** Returns the codes of the workshops that it deleted. */
	deleteExpired(): Promise<string[]> {
		return deleteExpired(this.#context);
	}

	listen(listener: (code: string | null) => void): () => void {
		return this.#context.store.listen(listener);
	}
}
