import type { Audience, Snapshots } from '../../protocol';
import { Refusal } from '../refusal';

/** Least time between two snapshots of one workshop. */
const PACE_MS = 250;

/**
 * Least time, for each listener of this process, between two snapshots of a workshop where only counts differ: sending
 * takes time, and among thousands answers never stop coming in. A thousand people notice no delay.
 */
const COUNTS_MS = 0.2;

/** Least time between two snapshots, for each workshop with listeners: a thousand workshops must not starve answers. */
const WORKSHOP_MS = 2;

const AGAIN_MS = 1_000;

/** A heartbeat keeps proxies from closing the stream, and lets browsers notice a dead one. */
const HEARTBEAT_MS = 15_000;

/** What a browser is told to wait before it connects again. */
const RETRY_MS = 1_000;

/** An event rather than a comment, which scripts do not see. */
const HEARTBEAT = encode('event: beat\ndata: 1\n\n');

type Listener = {
	audience: Audience;
	/** Of the workshop when the listener's key was looked at; null for who needs no key. */
	pass: string | null;
	send: (bytes: Uint8Array) => void;
	end: () => void;
};

type Channel = {
	listeners: Set<Listener>;
	latest: Partial<Record<Audience, Uint8Array>>;
	/** A snapshot is being read, or waits for its turn. */
	busy: boolean;
	/** Something changed since the last reading began. */
	changed: boolean;
	lastRead: number;
	lastSent: number;
	/** The host's step in the snapshot that was sent last. */
	step: number;
	/** In the snapshot that was read last. It follows from the host's key. */
	pass: string | null;
};

/**
 * Sends snapshots to those who listen: after a change one is read, made into bytes once, and the same bytes go to
 * everybody who may see the same. Nothing is queued for a slow reader: it gets the newest when it can take one.
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
			for (const { listeners } of this.#channels.values())
				for (const listener of listeners) listener.send(HEARTBEAT);
		}, HEARTBEAT_MS);
		this.#heartbeat.unref();
	}

	/** Listeners of all workshops. */
	get size(): number {
		return this.#size;
	}

	/**
	 * A stream of snapshots, the first of them at once.
	 * @param pass of the workshop whose key a host came with; the stream ends when another key takes its place
	 * @throws Refusal where there is no such workshop, or it has another key by now
	 */
	async listen(
		code: string,
		audience: Audience,
		pass: string | null = null
	): Promise<ReadableStream<Uint8Array>> {
		const channel = this.#channels.get(code);
		// A newcomer gets what the others have; a newer snapshot is on its way to all of them.
		const latest = pass === null || pass === channel?.pass ? channel?.latest[audience] : undefined;
		const first = latest ?? (await this.#readFor(code, audience, pass));
		return this.#open(code, { audience, pass }, first);
	}

	async #readFor(code: string, audience: Audience, pass: string | null): Promise<Uint8Array> {
		const snapshots = await this.#read(code);
		if (pass !== null && pass !== snapshots.shared.pass) throw new Refusal('notHost');
		return bytesOf(snapshots[audience]);
	}

	/** Says that a workshop changed; null where any of them may have. */
	wake(code: string | null): void {
		if (code === null) for (const known of this.#channels.keys()) this.wake(known);
		else void this.#update(code);
	}

	/** Ends all streams; browsers connect again, to whichever process answers then. */
	close(): void {
		this.#closed = true;
		clearInterval(this.#heartbeat);
		for (const { listeners } of this.#channels.values())
			for (const listener of [...listeners]) listener.end();
		this.#channels.clear();
	}

	#open(
		code: string,
		{ audience, pass }: Pick<Listener, 'audience' | 'pass'>,
		first: Uint8Array
	): ReadableStream<Uint8Array> {
		let listener: Listener;
		let waiting: Uint8Array | null = null;
		return new ReadableStream<Uint8Array>(
			{
				start: (controller) => {
					listener = {
						audience,
						pass,
						send: (bytes) => {
							if ((controller.desiredSize ?? 0) > 0) controller.enqueue(bytes);
							else if (bytes !== HEARTBEAT) waiting = bytes;
						},
						end: () => {
							this.#leave(code, listener);
							controller.close();
						}
					};
					controller.enqueue(encode(`retry: ${RETRY_MS}\n\n`));
					// While the first was read, others may have been sent a newer one.
					controller.enqueue(this.#channels.get(code)?.latest[audience] ?? first);
					if (this.#closed) controller.close();
					else this.#enter(code, listener);
				},
				pull: (controller) => {
					if (!waiting) return;
					controller.enqueue(waiting);
					waiting = null;
				},
				cancel: () => this.#leave(code, listener)
			},
			// Counted in snapshots: one may be on its way while the next is made.
			{ highWaterMark: 3 }
		);
	}

	#enter(code: string, listener: Listener): void {
		let channel = this.#channels.get(code);
		if (!channel) {
			channel = {
				listeners: new Set(),
				latest: {},
				busy: false,
				changed: false,
				lastRead: 0,
				lastSent: 0,
				step: 0,
				pass: listener.pass
			};
			this.#channels.set(code, channel);
			// The workshop may have changed since it was read, while nobody listened.
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
		if (channel.listeners.size === 0) this.#channels.delete(code);
	}

	async #update(code: string): Promise<void> {
		const channel = this.#channels.get(code);
		if (!channel) return;
		channel.changed = true;
		if (channel.busy) return;
		channel.busy = true;
		while (channel.changed && this.#channels.get(code) === channel) {
			const pace = Math.max(PACE_MS, WORKSHOP_MS * this.#channels.size);
			await pause(channel.lastRead + pace - performance.now());
			channel.changed = false;
			channel.lastRead = performance.now();
			if (await this.#send(code, channel)) continue;
			channel.changed = true;
			await pause(AGAIN_MS);
		}
		channel.busy = false;
	}

	/** Reads and sends. Returns false where the reading failed and should be tried again. */
	async #send(code: string, channel: Channel): Promise<boolean> {
		try {
			const snapshots = await this.#read(code);
			channel.latest = { shared: bytesOf(snapshots.shared), host: bytesOf(snapshots.host) };
			const { step } = snapshots.host;
			const { pass } = snapshots.shared;
			const isCountsAlone = step === channel.step && pass === channel.pass;
			channel.pass = pass;
			endOthers(channel, pass);
			if (isCountsAlone && channel.lastRead < channel.lastSent + COUNTS_MS * this.size) {
				channel.changed = true;
				return true;
			}
			channel.step = step;
			channel.lastSent = channel.lastRead;
		} catch (error) {
			// Deleted: whoever connects again is told so. Without a database, newcomers must not get an old snapshot.
			if (error instanceof Refusal) for (const listener of [...channel.listeners]) listener.end();
			else channel.latest = {};
			return error instanceof Refusal;
		}
		for (const { audience, send } of channel.listeners) send(channel.latest[audience] as Uint8Array);
		return true;
	}
}

/** Ends the streams of hosts whose key is no longer the workshop's. */
function endOthers({ listeners }: Channel, pass: string): void {
	for (const listener of [...listeners]) if (listener.pass !== null && listener.pass !== pass) listener.end();
}

function bytesOf(snapshot: { version: number }): Uint8Array {
	return encode(`id: ${snapshot.version}\ndata: ${JSON.stringify(snapshot)}\n\n`);
}

function encode(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

function pause(ms: number): Promise<void> {
	return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
