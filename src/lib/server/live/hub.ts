import { dueAt } from '../../group';
import type { Audience, SharedSnapshot, Snapshots } from '../../protocol';
import { Refusal } from '../refusal';

const PACE_MS = 250;

/** Least time between two snapshots that differ in counts alone: sending them must leave time for answers. */
const COUNTS_MS_PER_LISTENER = 0.2;

/** Least time between two snapshots of a workshop: reading a thousand workshops must leave time for answers. */
const PACE_MS_PER_CHANNEL = 2;

const REREAD_MS = 1_000;

/** Keeps proxies from closing the stream, and lets browsers notice a dead one. */
const HEARTBEAT_MS = 15_000;

const RETRY_MS = 1_000;

/** Where the messages to one listener go. */
export type Line = {
	/** Whether it takes more without keeping a queue. */
	isFree: () => boolean;
	write: (bytes: Uint8Array) => void;
	end: () => void;
};

/** What the owner of a line tells: that it is free again, and that nobody is at its other end any more. */
export type Stream = { drained: () => void; left: () => void };

/** Begins to write to a line. */
export type Begin = (line: Line) => Stream;

const RETRY = encode(`retry: ${RETRY_MS}\n\n`);

type Listener = {
	audience: Audience;
	/** Of the workshop when the host's key was checked; null for who needs no key. */
	pass: string | null;
	line: Line;
	/** The newest snapshot, as long as the line is not free. */
	waiting: Uint8Array | null;
	onLeave: () => void;
};

/** Snapshots whose bytes are made once, for whom there is. */
class Encoded {
	readonly #snapshots: Snapshots;
	readonly #bytes: Partial<Record<Audience, Uint8Array>> = {};

	constructor(snapshots: Snapshots) {
		this.#snapshots = snapshots;
	}

	for(audience: Audience): Uint8Array {
		return (this.#bytes[audience] ??= bytesOf(this.#snapshots[audience]));
	}
}

type Channel = {
	listeners: Set<Listener>;
	latest: Encoded | null;
	busy: boolean;
	changed: boolean;
	lastRead: number;
	lastSent: number;
	step: number;
	pass: string | null;
	/** Until the next reading, which closes what is open too long. */
	due: NodeJS.Timeout | undefined;
};

/**
 * Sends snapshots to listeners: each change is read and encoded once, and everybody who may see the same gets the same
 * bytes. A slow reader has no queue; it gets the newest snapshot when it can take one.
 */
export class Hub {
	readonly #read: (code: string) => Promise<Snapshots>;
	readonly #channels = new Map<string, Channel>();
	readonly #heartbeat: NodeJS.Timeout;
	#size = 0;
	#closed = false;

	constructor(read: (code: string) => Promise<Snapshots>) {
		this.#read = read;
		this.#heartbeat = setInterval(() => {
			const beat = makeBeat();
			for (const { listeners } of this.#channels.values())
				for (const { line } of listeners) if (line.isFree()) line.write(beat);
		}, HEARTBEAT_MS);
		this.#heartbeat.unref();
	}

	get size(): number {
		return this.#size;
	}

	/**
	 * @param pass follows from the key that a host came with; the stream ends when another key takes its place
	 * @param onEnter runs when the stream begins; what it returns runs when it ends
	 * @throws Refusal where there is no such workshop, or it has another key by now
	 */
	async listen(
		code: string,
		audience: Audience,
		pass: string | null = null,
		onEnter: () => () => void = () => () => undefined
	): Promise<Begin> {
		const channel = this.#channels.get(code);
		// What the others have will do: a newer snapshot is on its way to all of them.
		const latest = pass === null || pass === channel?.pass ? channel?.latest?.for(audience) : undefined;
		const first = latest ?? (await this.#readFor(code, audience, pass));
		return (line) => this.#begin(code, { audience, pass, line, waiting: null, onLeave: onEnter() }, first);
	}

	async #readFor(code: string, audience: Audience, pass: string | null): Promise<Uint8Array> {
		const snapshots = await this.#read(code);
		if (pass !== null && pass !== snapshots.shared.pass) throw new Refusal('notHost');
		return bytesOf(snapshots[audience]);
	}

	/** Reads a workshop that changed; with null all that are listened to. */
	wake(code: string | null): void {
		if (code === null) for (const known of this.#channels.keys()) this.wake(known);
		else void this.#update(code);
	}

	close(): void {
		this.#closed = true;
		clearInterval(this.#heartbeat);
		for (const [code, { listeners, due }] of this.#channels) {
			clearTimeout(due);
			for (const listener of [...listeners]) this.#end(code, listener);
		}
		this.#channels.clear();
	}

	#begin(code: string, listener: Listener, first: Uint8Array): Stream {
		const { line, audience } = listener;
		line.write(RETRY);
		// Others may have got a newer one while the first was read.
		line.write(this.#channels.get(code)?.latest?.for(audience) ?? first);
		line.write(makeBeat());
		if (this.#closed) {
			listener.onLeave();
			line.end();
		} else this.#enter(code, listener);
		return {
			drained: () => {
				const { waiting } = listener;
				listener.waiting = null;
				if (waiting) line.write(waiting);
			},
			left: () => this.#leave(code, listener)
		};
	}

	#end(code: string, listener: Listener): void {
		this.#leave(code, listener);
		listener.line.end();
	}

	#enter(code: string, listener: Listener): void {
		let channel = this.#channels.get(code);
		if (!channel) {
			channel = {
				listeners: new Set(),
				latest: null,
				busy: false,
				changed: false,
				lastRead: 0,
				lastSent: 0,
				step: 0,
				pass: listener.pass,
				due: undefined
			};
			this.#channels.set(code, channel);
			void this.#update(code);
		} else if (listener.pass !== null && listener.pass !== channel.pass) {
			// One of the two is old: the next reading tells which.
			void this.#update(code);
		}
		channel.listeners.add(listener);
		this.#size++;
	}

	#leave(code: string, listener: Listener): void {
		const channel = this.#channels.get(code);
		if (!channel?.listeners.delete(listener)) return;
		this.#size--;
		listener.onLeave();
		if (channel.listeners.size > 0) return;
		clearTimeout(channel.due);
		this.#channels.delete(code);
	}

	async #update(code: string): Promise<void> {
		const channel = this.#channels.get(code);
		if (!channel) return;
		channel.changed = true;
		if (channel.busy) return;
		channel.busy = true;
		while (channel.changed && this.#channels.get(code) === channel) {
			const pace = Math.max(PACE_MS, PACE_MS_PER_CHANNEL * this.#channels.size);
			await pause(channel.lastRead + pace - performance.now());
			channel.changed = false;
			channel.lastRead = performance.now();
			if (await this.#send(code, channel)) continue;
			channel.changed = true;
			await pause(REREAD_MS);
		}
		channel.busy = false;
	}

	#readWhenDue(code: string, channel: Channel, closing: SharedSnapshot['closing']): void {
		clearTimeout(channel.due);
		if (!closing || this.#channels.get(code) !== channel) return;
		channel.due = setTimeout(() => this.wake(code), dueAt(closing) + 1 - Date.now());
		channel.due.unref();
	}

	/** Returns false where the reading failed and should be repeated. */
	async #send(code: string, channel: Channel): Promise<boolean> {
		let latest: Encoded;
		try {
			const snapshots = await this.#read(code);
			latest = new Encoded(snapshots);
			channel.latest = latest;
			this.#readWhenDue(code, channel, snapshots.shared.closing);
			const { step } = snapshots.host;
			const { pass } = snapshots.shared;
			const isCountsAlone = step === channel.step && pass === channel.pass;
			channel.pass = pass;
			for (const listener of [...channel.listeners])
				if (listener.pass !== null && listener.pass !== pass) this.#end(code, listener);
			if (isCountsAlone && channel.lastRead < channel.lastSent + COUNTS_MS_PER_LISTENER * this.size) {
				channel.changed = true;
				return true;
			}
			channel.step = step;
			channel.lastSent = channel.lastRead;
		} catch (error) {
			// A deleted workshop ends its streams. While the database is away, newcomers must not get an old snapshot.
			if (error instanceof Refusal) for (const listener of [...channel.listeners]) this.#end(code, listener);
			else channel.latest = null;
			return error instanceof Refusal;
		}
		for (const listener of channel.listeners) send(listener, latest.for(listener.audience));
		return true;
	}
}

/** Says the time, so that whoever listens knows how long is left by a clock that is wrong. */
function makeBeat(): Uint8Array {
	return encode(`event: beat\ndata: ${Date.now()}\n\n`);
}

function send(listener: Listener, bytes: Uint8Array): void {
	if (listener.line.isFree()) listener.line.write(bytes);
	else listener.waiting = bytes;
}

function bytesOf(snapshot: { version: number }): Uint8Array {
	return encode(`id: ${snapshot.version}\ndata: ${JSON.stringify(snapshot)}\n\n`);
}

function encode(text: string): Uint8Array {
	return Buffer.from(text);
}

function pause(ms: number): Promise<void> {
	return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
