import { setTimeout as wait } from 'node:timers/promises';
import type { HostAction, HostSnapshot } from '../../src/lib/protocol';
import type { Rung, ScenarioId } from '../../src/lib/questions';
import { LiveWorkshop, makeToken, type Visitor } from '../support/workshop-api';
import { answerUntilStored, ownAnswers } from '../system/support/people';
import type { Lot } from '../system/support/random';

const SCENES = ['thin-post', 'dealer-host', 'free-audit'] as const;
const PEOPLE = 16;
/** Most between two answers of somebody. */
const PAUSE_MS = 800;
const RETRY_MS = 300;
const PATIENCE_MS = 25_000;
/** How long a snapshot may be an old one: see docs/PROTOCOL.md. */
const OLD_NEWS_MS = 5_000;

/** Rejects where nothing is heard, as a browser's deadline does. */
function withDeadline<T>(work: Promise<T>): Promise<T> {
	return Promise.race([work, wait(PATIENCE_MS).then(() => Promise.reject(new Error('nothing is heard')))]);
}

/** Repeats what is safe to repeat until it works. */
async function untilDone<T>(work: () => Promise<T>): Promise<T> {
	for (;;) {
		try {
			return await withDeadline(work());
		} catch (error) {
			if (error instanceof Loss) throw error;
			await wait(RETRY_MS);
		}
	}
}

/** Something acknowledged that is not there. */
export class Loss extends Error {}

/** One answer from its first sending to its acknowledgement, in ms since 1970. */
export type Sent = { workshop: LiveWorkshop; from: number; to: number; refused: number };

/** A workshop that goes on by itself, and knows all that was acknowledged in it. */
export class Crowd {
	readonly workshop: LiveWorkshop;
	readonly sent: Sent[] = [];
	steps = 0;
	checked = 0;
	readonly #lot: Lot;
	readonly #people: Visitor[] = [];
	readonly #known = new Map<Visitor, Map<ScenarioId, Rung>>();
	#step = 0;
	#round = 1;

	constructor(workshop: LiveWorkshop, lot: Lot) {
		this.workshop = workshop;
		this.#lot = lot;
	}

	/** Plays one scene after another, and begins anew at the end, until it is told to stop. */
	async play(isStopped: () => boolean): Promise<void> {
		while (this.#people.length < PEOPLE) {
			const token = makeToken();
			this.#people.push(await untilDone(() => this.workshop.seat('en', token)));
		}
		this.#step = (await this.#hostSnapshot()).step;
		while (!isStopped()) {
			await this.#take('start');
			for (const [i, scene] of SCENES.entries()) {
				await this.#answerAll(scene);
				if (isStopped()) return;
				await this.#take('close');
				await this.#take('reveal');
				await this.#take(i < SCENES.length - 1 ? 'next' : 'end');
			}
			await this.#checkAnswers();
			await this.#take('startOver');
			this.#round++;
			this.#known.clear();
		}
	}

	/** @throws Loss where something acknowledged is not there */
	async check(): Promise<void> {
		await this.#checkAnswers();
		const snapshot = await this.#hostSnapshot();
		if (snapshot.step !== this.#step)
			throw new Loss(`step ${this.#step} of ${this.workshop.code}: ${snapshot.step} at the end`);
		if (snapshot.joined !== this.#people.length || snapshot.round !== this.#round)
			throw new Loss(`${snapshot.joined} people in round ${snapshot.round} of ${this.workshop.code}`);
	}

	/** Of this round: those of an earlier one cannot be asked for. */
	async #checkAnswers(): Promise<void> {
		await Promise.all(this.#people.map((person) => this.#checkAnswersOf(person)));
	}

	async #checkAnswersOf(person: Visitor): Promise<void> {
		const known = this.#known.get(person);
		if (!known) return;
		const stored = await untilDone(() => ownAnswers(this.workshop, person));
		for (const [scene, rung] of known)
			if (stored[scene] !== rung)
				throw new Loss(`answer ${rung} to ${scene} in ${this.workshop.code}: ${stored[scene]}`);
	}

	/** Each answer is looked for before the next one may take its place, and the last ones again at the end. */
	async #answerAll(scene: ScenarioId): Promise<void> {
		await Promise.all(
			this.#people.map(async (person) => {
				let rung: Rung | null = null;
				for (let times = 1 + this.#lot.below(3); times > 0; times--) {
					rung = this.#otherThan(rung);
					const from = Date.now();
					const refused = await answerUntilStored(this.workshop, person, scene, rung, this.#round);
					this.sent.push({ workshop: this.workshop, from, to: Date.now(), refused });
					const answers = this.#known.get(person) ?? new Map<ScenarioId, Rung>();
					this.#known.set(person, answers.set(scene, rung));
					await this.#checkAnswersOf(person);
					this.checked++;
					await wait(this.#lot.below(PAUSE_MS));
				}
			})
		);
	}

	#otherThan(rung: Rung | null): Rung {
		return (rung === null ? this.#lot.below(5) : (rung + 1 + this.#lot.below(4)) % 5) as Rung;
	}

	/** Takes a step once: what was stored without being acknowledged is seen in the number of the next snapshot. */
	async #take(action: HostAction): Promise<void> {
		await untilDone(async () => {
			const snapshot = await this.#hostSnapshot();
			if (snapshot.step > this.#step) return this.#note(snapshot);
			const body = { action, seen: snapshot.step };
			const answer = await this.workshop.host.postJson(`${this.workshop.path}/host/steps`, body);
			if (answer.status === 200)
				return this.#note((JSON.parse(answer.text) as { snapshot: HostSnapshot }).snapshot);
			if (answer.status !== 503 && answer.status !== 409)
				throw new Loss(`${action} in ${this.workshop.code}: ${answer.status} ${answer.text}`);
			throw new Error(`refused with ${answer.status}`);
		});
	}

	#note({ step }: HostSnapshot): void {
		this.#step = step;
		this.steps++;
	}

	async #hostSnapshot(): Promise<HostSnapshot> {
		const since = Date.now();
		for (;;) {
			const snapshot = await untilDone(() => this.workshop.hostSnapshot());
			if (snapshot.step >= this.#step) return snapshot;
			if (Date.now() - since > OLD_NEWS_MS)
				throw new Loss(`step ${this.#step} of ${this.workshop.code}: ${snapshot.step} again`);
			await wait(RETRY_MS);
		}
	}
}
