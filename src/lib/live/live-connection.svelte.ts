import { withPass, type Audience, type Snapshots } from '../protocol';
import { statusOf } from './request';

type Options<A extends Audience> = {
	audience: A;
	first?: Snapshots[A] | null;
	pass?: string | null;
	onSnapshot?: ((snapshot: Snapshots[A]) => void) | undefined;
	onGone?: (() => void) | undefined;
};

/** The last three are final until the page is opened again. */
export type Link = 'connecting' | 'live' | 'lost' | 'unknown' | 'gone' | 'forbidden';

/** The server sends something every 15 s: a stream that is silent for longer than this is dead, whatever its state says. */
const SILENCE_MS = 40_000;

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
	readonly #onSnapshot: Options<A>['onSnapshot'];
	readonly #onGone: Options<A>['onGone'];
	#source: EventSource | null = null;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#silence: ReturnType<typeof setTimeout> | undefined;
	#doubt: ReturnType<typeof setTimeout> | undefined;
	/** The stream's last snapshot, while it is older than the known one. */
	#doubted: Snapshots[A] | null = null;
	#lastHeard = 0;

	snapshot: Snapshots[A] | null;
	link: Link;

	/**
	 * @param first from the page or from the device
	 * @param pass from the address of the page, until a snapshot brings one
	 */
	constructor(code: string, { audience, first = null, pass = null, onSnapshot, onGone }: Options<A>) {
		this.#onSnapshot = onSnapshot;
		this.#onGone = onGone;
		this.#pass = pass;
		this.#path = `/w/${code}/${audience === 'host' ? 'host/' : ''}events`;
		this.snapshot = $state.raw(first);
		this.link = $state('connecting');
	}

	/** Frees requests from the limit on wrong codes from one network. */
	get pass(): string | null {
		return this.snapshot?.pass ?? this.#pass;
	}

	get #address(): string {
		return withPass(this.#path, this.pass);
	}

	open(): () => void {
		const awake = () => {
			if (document.visibilityState === 'visible' && !this.#isFresh()) this.#connect();
		};
		const offline = () => this.#connectLater();
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
		const source = new EventSource(this.#address);
		this.#source = source;
		this.#listenForSilence();
		source.onmessage = ({ data }: MessageEvent<string>) => {
			this.#heard();
			this.#weigh(JSON.parse(data) as Snapshots[A]);
		};
		source.addEventListener('beat', () => this.#heard());
		source.onerror = () => void this.#failed(source);
	}

	#disconnect(): void {
		clearTimeout(this.#retry);
		clearTimeout(this.#silence);
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
		this.#listenForSilence();
	}

	#listenForSilence(): void {
		clearTimeout(this.#silence);
		this.#silence = setTimeout(() => {
			this.#lose();
			this.#connect();
		}, SILENCE_MS);
	}

	#isFresh(): boolean {
		return (
			this.#source?.readyState === EventSource.OPEN && performance.now() - this.#lastHeard < SILENCE_MS / 2
		);
	}

	/** An event source does not say why it was refused; a request to the same address does. */
	async #failed(source: EventSource): Promise<void> {
		if (source !== this.#source) return;
		const refused = source.readyState === EventSource.CLOSED;
		this.#lose();
		if (refused) {
			const final = FINAL[await statusOf(this.#address)];
			if (source !== this.#source) return;
			if (final) {
				this.#disconnect();
				this.link = final;
				if (final === 'gone') this.#onGone?.();
				return;
			}
		}
		this.#connectLater();
	}

	#connectLater(): void {
		this.#disconnect();
		this.#lose();
		const { least, most } = RETRY_MS;
		this.#retry = setTimeout(() => this.#connect(), least + Math.random() * (most - least));
	}

	#lose(): void {
		if (this.link === 'live' || this.link === 'connecting') this.link = 'lost';
	}
}
