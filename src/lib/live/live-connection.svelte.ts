import { withPass, type Audience, type Snapshots } from '../protocol';
import { ask, statusOf } from './request';
import { ServerClock } from './server-clock.svelte';
import { TimeLeft, type Left } from './time-left';

type Options<A extends Audience> = {
	audience: A;
	first?: Snapshots[A] | null;
	pass?: string | null;
	staysWhileHidden?: boolean;
	onSnapshot?: ((snapshot: Snapshots[A]) => void) | undefined;
	onGone?: (() => void) | undefined;
};

/** The last three are final until the page is opened again. */
export type Link = 'connecting' | 'live' | 'lost' | 'unknown' | 'gone' | 'forbidden';

/** The server speaks at once, then every 15 s: a stream that is silent for longer is dead, whatever its state says. */
const SILENCE_MS = { first: 10_000, later: 40_000 };

/** Streams without a word, in a row, from which on a proxy is taken to hold them back until they end. */
const MOST_MUTE_STREAMS = 2;

/** Between two questions while streams are mute. */
const POLL_MS = { least: 2_500, most: 4_000 };

/** Until a stream is tried again where they are mute. */
const MUTE_MS = 60_000;

/** Random between two attempts to connect, so that a hall does not come back in one moment. */
const RETRY_MS = { least: 300, most: 2_000 };

/**
 * A new stream may begin with an older snapshot and goes on with a newer one. Where nothing newer follows within this
 * time, the database was restored from a backup, and its versions count from there.
 */
const DOUBT_MS = 5_000;

const FINAL: Record<number, Link> = { 401: 'forbidden', 404: 'unknown', 410: 'gone' };

/** Follows a workshop. Every message is a whole snapshot: after sleep or a change of network the first one is enough. */
export class LiveConnection<A extends Audience = 'shared'> {
	readonly #path: string;
	readonly #pass: string | null;
	readonly #staysWhileHidden: boolean;
	readonly #onSnapshot: Options<A>['onSnapshot'];
	readonly #onGone: Options<A>['onGone'];
	readonly #clock = new ServerClock();
	readonly #time = new TimeLeft(
		() => this.snapshot?.closing,
		() => this.#clock.now()
	);
	#source: EventSource | null = null;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#silence: ReturnType<typeof setTimeout> | undefined;
	#doubt: ReturnType<typeof setTimeout> | undefined;
	#polling: ReturnType<typeof setTimeout> | undefined;
	/** The stream's last snapshot, while it is older than the known one. */
	#doubted: Snapshots[A] | null = null;
	#lastHeard = 0;
	#mute = 0;
	/** Of questions: answers to an earlier one are dropped. */
	#turn = 0;

	snapshot: Snapshots[A] | null;
	link: Link;

	/**
	 * @param first from the page or from the device
	 * @param pass from the address of the page, until a snapshot brings one
	 * @param staysWhileHidden else a hidden page has no stream: browsers allow six connections to a host over HTTP/1.1
	 */
	constructor(
		code: string,
		{ audience, first = null, pass = null, staysWhileHidden = false, onSnapshot, onGone }: Options<A>
	) {
		this.#staysWhileHidden = staysWhileHidden;
		this.#onSnapshot = onSnapshot;
		this.#onGone = onGone;
		this.#pass = pass;
		this.#path = `/w/${code}/${audience === 'host' ? 'host/' : ''}`;
		this.snapshot = $state.raw(first);
		this.link = $state('connecting');
	}

	/** Frees requests from the limit on wrong codes from one network. */
	get pass(): string | null {
		return this.snapshot?.pass ?? this.#pass;
	}

	/** Of what is open, where a countdown runs. */
	get left(): Left | null {
		return this.#time.left;
	}

	#address(name: 'events' | 'state'): string {
		return withPass(this.#path + name, this.pass);
	}

	get #isWanted(): boolean {
		return this.#staysWhileHidden || document.visibilityState === 'visible';
	}

	open(): () => void {
		const awake = () => {
			if (!this.#isWanted) this.#disconnect();
			else if (!this.#isFresh()) this.#connect();
		};
		const offline = () => {
			this.#lose();
			this.#connectLater();
		};
		const online = () => this.#connect();
		document.addEventListener('visibilitychange', awake);
		window.addEventListener('pageshow', awake);
		window.addEventListener('online', online);
		window.addEventListener('offline', offline);
		this.#connect();
		return () => {
			document.removeEventListener('visibilitychange', awake);
			window.removeEventListener('pageshow', awake);
			window.removeEventListener('online', online);
			window.removeEventListener('offline', offline);
			this.#disconnect();
		};
	}

	/** Connects even after a final refusal: call it when this browser's cookie has changed. */
	reconnect(): void {
		this.link = 'connecting';
		this.#connect();
	}

	/** Takes a snapshot that came in an answer, unless it is older than the known one. */
	hear(snapshot: Snapshots[A]): void {
		if (this.snapshot === null || snapshot.version >= this.snapshot.version) this.snapshot = snapshot;
	}

	#connect(): void {
		this.#disconnect();
		if (!this.#isWanted) return;
		if (this.#mute > 0) void this.#poll();
		if (this.#mute < MOST_MUTE_STREAMS) this.#listen();
		else this.#retry = setTimeout(() => this.#listen(), MUTE_MS);
	}

	#listen(): void {
		const source = new EventSource(this.#address('events'));
		this.#clock.renew();
		this.#source = source;
		this.#expectWord(SILENCE_MS.first, true);
		source.onmessage = ({ data }: MessageEvent<string>) => {
			this.#heard();
			this.#weigh(JSON.parse(data) as Snapshots[A]);
		};
		source.addEventListener('beat', ({ data }: MessageEvent<string>) => {
			this.#heard();
			this.#clock.hear(Number(data));
		});
		source.onerror = () => void this.#failed(source);
	}

	#disconnect(): void {
		clearTimeout(this.#retry);
		clearTimeout(this.#silence);
		this.#stopPolling();
		this.#trust();
		this.#source?.close();
		this.#source = null;
	}

	/** Takes a snapshot of the stream; one that is older only after `DOUBT_MS`. */
	#weigh(snapshot: Snapshots[A]): void {
		if (this.snapshot === null || snapshot.version >= this.snapshot.version) {
			this.#trust();
			this.#take(snapshot);
			return;
		}
		this.#doubted = snapshot;
		this.#doubt ??= setTimeout(() => {
			const restored = this.#doubted;
			this.#trust();
			if (restored) this.#take(restored);
		}, DOUBT_MS);
	}

	#trust(): void {
		clearTimeout(this.#doubt);
		this.#doubt = undefined;
		this.#doubted = null;
	}

	#take(snapshot: Snapshots[A]): void {
		this.snapshot = snapshot;
		this.#onSnapshot?.(snapshot);
	}

	#heard(): void {
		this.link = 'live';
		this.#lastHeard = performance.now();
		this.#mute = 0;
		this.#stopPolling();
		this.#expectWord(SILENCE_MS.later);
	}

	#expectWord(milliseconds: number, isFirst = false): void {
		clearTimeout(this.#silence);
		this.#silence = setTimeout(() => {
			if (isFirst) this.#mute++;
			else this.#lose();
			this.#connect();
		}, milliseconds);
	}

	async #poll(): Promise<void> {
		const turn = ++this.#turn;
		const reply = await ask(this.#address('state'));
		if (turn !== this.#turn) return;
		if (reply?.ok) {
			this.link = 'live';
			this.#clock.hear(reply.at);
			this.#weigh((reply.body as { snapshot: Snapshots[A] }).snapshot);
		} else if (this.#end(reply?.status ?? 0)) return;
		else if (reply?.status !== 429) this.#lose();
		this.#polling = setTimeout(() => void this.#poll(), between(POLL_MS));
	}

	#stopPolling(): void {
		clearTimeout(this.#polling);
		this.#turn++;
	}

	/** Returns whether a refusal with this status is final. */
	#end(status: number): boolean {
		const final = FINAL[status];
		if (!final) return false;
		this.#disconnect();
		this.link = final;
		if (final === 'gone') this.#onGone?.();
		return true;
	}

	#isFresh(): boolean {
		return (
			this.#source?.readyState === EventSource.OPEN &&
			performance.now() - this.#lastHeard < SILENCE_MS.later / 2
		);
	}

	/** An event source does not say why it was refused; a request to the same address does. */
	async #failed(source: EventSource): Promise<void> {
		if (source !== this.#source) return;
		const refused = source.readyState === EventSource.CLOSED;
		if (this.#mute === 0) this.#lose();
		if (refused) {
			const status = await statusOf(this.#address('events'));
			if (source !== this.#source || this.#end(status)) return;
			// Something on the way answers in place of the stream.
			if (status === 200) this.#mute++;
		}
		this.#connectLater();
	}

	#connectLater(): void {
		this.#disconnect();
		this.#retry = setTimeout(() => this.#connect(), between(RETRY_MS));
	}

	#lose(): void {
		if (this.link === 'live' || this.link === 'connecting') this.link = 'lost';
	}
}

function between({ least, most }: { least: number; most: number }): number {
	return least + Math.random() * (most - least);
}
