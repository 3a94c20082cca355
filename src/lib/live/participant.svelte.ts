import { follow, type Device } from '../device';
import { givenTo, type AnswerKey, type Replies } from '../group';
import type { AskedScene } from '../own-scenes';
import { withPass, type SeatState, type SharedSnapshot } from '../protocol';
import type { Language, Rung, SceneId } from '../questions';
import type { Answers } from '../scoring';
import { buryWorkshop, forgetAnswers, forgetSeat } from './forget';
import { LiveConnection } from './live-connection.svelte';
import { OwnScenes } from './own-scenes.svelte';
import { ask, mayWorkLater, send, type Reply } from './request';
import { freshSeat, heardSlot, ownScenesSlot, seatSlot, type SavedSeat } from './saved';
import { makeSecret } from './secret';
import {
	agreedWith,
	countUnsent,
	firstUnsent,
	inRound,
	repliesOf,
	settled,
	withChoice,
	withoutChoice
} from './seat';
import { SeenScenes } from './seen-scenes';

export type SeatNotice =
	'tooLate' | 'startedOver' | 'notJoined' | 'noCookies' | 'seatLost' | 'notSaved' | 'notForgotten';

const RETRY_MS = 2_000;

/** How long a scene lies before somebody in silence until the server hears of it; not from a whole hall at once. */
const SILENCE_MS = { least: 30_000, most: 60_000 };

/** One person's seat and answers. A choice is saved on the device first, and sent until the server stores or refuses it. */
export class Participant {
	readonly code: string;
	readonly connection: LiveConnection;
	readonly own: OwnScenes;
	readonly #device: Device;
	#saved: SavedSeat;
	/** False while the device refuses to write: what it holds is then older than `#saved`. */
	#isOnDevice: boolean;
	#isOpen = false;
	#sending = false;
	/** Counts answers to `/answers`: what the server says of the seat may be older than one that came meanwhile. */
	#settled = 0;
	readonly #mayHaveSeat: boolean;
	readonly #seen = new SeenScenes();
	#silence: ReturnType<typeof setTimeout> | undefined;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#asking: ReturnType<typeof setTimeout> | undefined;
	notice: SeatNotice | null;
	joining: boolean;
	left: 'forgotten' | 'gone' | null;
	#close: (() => void) | undefined;

	/**
	 * @param state from the page, whose copy may come from a cache: it is shown, but what lies on the device and who has
	 * a seat is only changed by an answer to a request of this page. Null without a network.
	 */
	constructor(
		code: string,
		device: Device,
		state: SeatState | null,
		pass: string | null = null,
		ownScenes: readonly AskedScene[] | null = null
	) {
		this.code = code;
		this.#device = device;
		this.own = new OwnScenes(code, ownScenes ?? ownScenesOn(device, code), () => this.#keepOwnScenes());
		const reading = device.read(seatSlot(code));
		const heard = device.read(heardSlot(code));
		const seat = reading.state === 'found' ? reading.value : freshSeat();
		const first = newest(
			heard.state === 'found' ? heard.value.snapshot : null,
			state && state.snapshot.round >= seat.round ? state.snapshot : null
		);
		this.#saved = $state.raw(inRound(seat, first));
		this.#mayHaveSeat = seat.joined || Boolean(state?.own);
		this.#isOnDevice = reading.state !== 'forbidden';
		this.notice = $state(null);
		this.joining = $state(false);
		this.left = $state(null);
		this.connection = new LiveConnection(code, {
			audience: 'shared',
			first,
			pass,
			onSnapshot: (snapshot) => this.#follow(snapshot),
			onGone: () => this.#bury()
		});
	}

	get joined(): boolean {
		return this.#saved.joined;
	}

	get unsent(): number {
		return countUnsent(this.#saved);
	}

	get answers(): Answers {
		const choices = Object.entries(givenTo('once', this.#saved.choices));
		return Object.fromEntries(choices.map(([scene, { rung }]) => [scene, rung]));
	}

	/** Answers, and null for each scene sat out. */
	get replies(): Replies {
		return repliesOf(this.#saved);
	}

	/** What was replied in the first round, in a second one. */
	get firstReplies(): Replies | null {
		return this.#saved.first?.replies ?? null;
	}

	get choices(): SavedSeat['choices'] {
		return this.#saved.choices;
	}

	chosen(key: AnswerKey): Rung | undefined {
		return this.#saved.choices[key]?.rung;
	}

	satOut(key: AnswerKey): boolean {
		return this.#saved.satOut.includes(key);
	}

	open(): () => void {
		this.#isOpen = true;
		const close = this.connection.open();
		const send = () => void this.#send();
		const unfollow = follow(window, seatSlot(this.code).key, () => this.#catchUp());
		window.addEventListener('online', send);
		if (this.#mayHaveSeat) void this.#ask();
		send();
		this.#close = () => {
			this.#isOpen = false;
			close();
			this.own.close();
			clearTimeout(this.#retry);
			clearTimeout(this.#asking);
			clearTimeout(this.#silence);
			window.removeEventListener('online', send);
			unfollow();
		};
		return this.#close;
	}

	/** Deletes seat, answers and cookie; needs the network, since only the server can delete the cookie. */
	async forget(): Promise<void> {
		if (await forgetSeat(this.#device, this.code)) this.#leave('forgotten');
		else this.notice = 'notForgotten';
	}

	#bury(): void {
		if (this.left) return;
		this.#leave('gone');
		buryWorkshop(this.#device, this.code);
	}

	#leave(why: 'forgotten' | 'gone'): void {
		this.left = why;
		this.notice = null;
		this.#close?.();
		this.#saved = freshSeat();
		forgetAnswers(this.#device, this.code);
	}

	/** Takes a seat; repeated after a failure it is the same seat. */
	async join(language: Language): Promise<void> {
		if (this.joining || this.joined) return;
		this.notice = navigator.cookieEnabled ? null : 'noCookies';
		if (this.notice) return;
		this.joining = true;
		const token = this.#saved.token ?? makeSecret();
		this.#keep((seat) => ({ ...seat, token }));
		const reply = await send(withPass(`/w/${this.code}/seat`, this.connection.pass), {
			seat: token,
			language
		});
		if (reply?.ok) await this.#checkCookie(reply.body as SeatState);
		else this.notice = 'notJoined';
		this.joining = false;
	}

	/** A browser may drop the cookie without a word; only another request shows it. The token is kept: it is one seat. */
	async #checkCookie(joined: SeatState): Promise<void> {
		const reply = await this.#askState();
		const state = reply?.ok ? (reply.body as SeatState) : joined;
		if (state.own) this.#agree(state);
		else this.notice = 'noCookies';
	}

	choose(key: AnswerKey, rung: Rung, position: number, milliseconds: number): void {
		this.notice = null;
		this.#keep((seat) => withChoice(seat, key, { rung, position, milliseconds: Math.round(milliseconds) }));
		void this.#send();
	}

	/** Withdraws any answer. The server hears it, to tell sitting out from having left; nobody sees it. */
	sitOut(key: AnswerKey): void {
		this.#keep((seat) => withoutChoice(seat, key));
		void this.#send();
	}

	/** Empties the seat in a new round, and keeps the snapshot for a time without network. */
	#follow(snapshot: SharedSnapshot): void {
		const { round, firstRound } = snapshot;
		const { joined, round: before, choices } = this.#saved;
		const counted = Object.keys(choices).length > 0 || this.firstReplies !== null;
		if (joined && round > before && firstRound !== before && counted) this.notice = 'startedOver';
		// Starting over was undone: the server still has the answers of that round.
		if (joined && round < before) {
			if (this.notice === 'startedOver') this.notice = null;
			void this.#ask();
		}
		this.#watch(snapshot);
		this.#device.write(heardSlot(this.code), { schemaVersion: 3, snapshot });
		this.own.follow(snapshot);
		this.#keepOwnScenes();
		if (this.#isOnDevice) this.#catchUp();
		else this.#keep((seat) => inRound(seat, snapshot));
		if (this.#seen.isFull) void this.#send();
	}

	#keepOwnScenes(): void {
		const { scenes } = this.own;
		if (!scenes?.length || ownScenesOn(this.#device, this.code)) return;
		this.#device.write(ownScenesSlot(this.code), { schemaVersion: 1, scenes });
	}

	#watch(snapshot: SharedSnapshot): void {
		const reopened = this.#seen.follow(snapshot, this.joined);
		// Keeping silent was no choice.
		if (reopened.length > 0)
			this.#keep((seat) => ({
				...seat,
				satOut: seat.satOut.filter((key) => !reopened.some((scene) => scene === key))
			}));
		if (this.#seenInSilence().length > 0)
			this.#silence ??= setTimeout(() => void this.#tellWhileOpen(), randomBetween(SILENCE_MS));
	}

	#seenInSilence(): SceneId[] {
		return this.#seen.open.filter(
			(scene) => this.chosen(scene) === undefined && !this.satOut(scene) && !this.#seen.isHeard(scene)
		);
	}

	/** Tells early who has not answered: between the closing of a scene and its picture there may be too little time. */
	async #tellWhileOpen(): Promise<void> {
		this.#silence = undefined;
		const scenes = this.#seenInSilence();
		if (scenes.length > 0 && this.joined) await this.#tell(scenes);
	}

	async #tell(scenes: SceneId[]): Promise<Reply | null> {
		const { round } = this.#saved;
		const reply = await send(`/w/${this.code}/silence`, { round, scenes });
		// In another round the same scenes are to be told of anew.
		if (reply?.ok && round === this.#saved.round) this.#seen.hear(scenes);
		return reply;
	}

	#agree({ snapshot, own }: SeatState): void {
		this.connection.hear(snapshot);
		if (!own) {
			if (this.#saved.joined) this.notice = 'seatLost';
			this.#keep((seat) => ({ ...freshSeat(snapshot.round), token: seat.token }));
			return;
		}
		this.#keep((seat) => agreedWith(seat, own));
		void this.#send();
	}

	#askState() {
		return ask(withPass(`/w/${this.code}/state`, this.connection.pass));
	}

	async #ask(): Promise<void> {
		clearTimeout(this.#asking);
		const settled = this.#settled;
		const reply = await this.#askState();
		if (reply?.ok && settled !== this.#settled) await this.#ask();
		else if (reply?.ok) this.#agree(reply.body as SeatState);
		else if (reply?.status === 410) this.#bury();
		else if (mayWorkLater(reply)) this.#asking = this.#later(() => this.#ask());
	}

	/** Sends what the server has not stored, one answer at a time, in the end the newest of each scene. */
	async #send(): Promise<void> {
		clearTimeout(this.#retry);
		if (this.#sending || !this.joined) return;
		this.#sending = true;
		while (this.unsent > 0) {
			const { key, body } = firstUnsent(this.#saved);
			const { round, rung } = body;
			const reply = await send(`/w/${this.code}/answers`, body);
			if (this.left) break;
			if (!reply || mayWorkLater(reply)) {
				this.#retry = this.#later(() => this.#send());
				break;
			}
			if (reply.status === 401) {
				this.notice = 'seatLost';
				this.#keep((seat) => freshSeat(seat.round));
				break;
			}
			this.#settled++;
			// An answer of a round that is over says nothing of the same choice in this one.
			if (round === this.#saved.round) this.#settle(key, rung, reply.ok);
			// Nothing is sent meanwhile: the answer would not know of it.
			if (!reply.ok) await this.#ask();
			if (!reply.ok && rung === null && this.chosen(key) !== undefined) this.notice = 'tooLate';
		}
		this.#sending = false;
		if (this.unsent === 0 && this.#seen.isFull && !this.left) void this.#tellSilence();
	}

	/** Nobody needs to know of it: where it does not arrive, the participant counts as away. */
	async #tellSilence(): Promise<void> {
		const scenes = this.#seen.empty().filter((scene) => this.chosen(scene) === undefined);
		const { round } = this.#saved;
		const unheard = scenes.filter((scene) => !this.#seen.isHeard(scene));
		if (unheard.length > 0) {
			const reply = await this.#tell(unheard);
			if (round !== this.#saved.round) return;
			if (mayWorkLater(reply)) {
				this.#seen.putBack(unheard);
				this.#retry = this.#later(() => this.#send());
			}
		}
		const silent = scenes.filter((scene) => this.#seen.isHeard(scene) && !this.satOut(scene));
		if (silent.length > 0) this.#keep((seat) => ({ ...seat, satOut: [...seat.satOut, ...silent] }));
	}

	#later(work: () => Promise<void>) {
		return this.#isOpen ? setTimeout(() => void work(), RETRY_MS) : undefined;
	}

	#settle(key: AnswerKey, rung: Rung | null, stored: boolean): void {
		// Whether a late withdrawal matters is known once the server was asked.
		if (!stored && rung !== null) this.notice = 'tooLate';
		this.#keep((seat) => settled(seat, key, rung, stored));
	}

	#catchUp(): void {
		const reading = this.#device.read(seatSlot(this.code));
		if (reading.state === 'found') this.#saved = inRound(reading.value, this.connection.snapshot);
		else if (reading.state === 'empty') this.#saved = inRound(freshSeat(), this.connection.snapshot);
	}

	/** Changes what lies on the device, so that two tabs add to one seat. */
	#keep(step: (seat: SavedSeat) => SavedSeat): void {
		if (this.left) return;
		if (this.#isOnDevice) this.#catchUp();
		this.#saved = step(this.#saved);
		this.#isOnDevice = this.#device.write(seatSlot(this.code), this.#saved) === 'saved';
		if (!this.#isOnDevice) this.notice ??= 'notSaved';
		else if (this.notice === 'notSaved') this.notice = null;
	}
}

function newest(a: SharedSnapshot | null, b: SharedSnapshot | null): SharedSnapshot | null {
	return a && b ? (b.version >= a.version ? b : a) : (a ?? b);
}

function randomBetween({ least, most }: { least: number; most: number }): number {
	return least + (most - least) * Math.random();
}

function ownScenesOn(device: Device, code: string): readonly AskedScene[] | null {
	const reading = device.read(ownScenesSlot(code));
	return reading.state === 'found' ? reading.value.scenes : null;
}
