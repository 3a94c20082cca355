import { withPass, type Audience, type Snapshots } from '../protocol';
import { statusOf } from './request';

type Options<A extends Audience> = {
	audience: A;
	first?: Snapshots[A] | null;
	pass?: string | null;
	onSnapshot?: ((snapshot: Snapshots[A]) => void) | undefined;
	onGone?: (() => void) | undefined;
};

/** How the line to the server is. The last three are final until the page is opened again. */
export type Link = 'connecting' | 'live' | 'lost' | 'unknown' | 'gone' | 'forbidden';

/** The server sends something every 15 s; a line that is silent for longer than this is dead, whatever it says. */
const SILENCE_MS = 40_000;

/** Between two attempts to connect, in ms; spread, so that a hall does not come back in one moment. */
const RETRY_MS = { least: 300, most: 2_000 };

/**
 * A new line may begin with what the server read a moment ago, and goes on with what is newer. One that has nothing
 * newer for so long belongs to a database that was restored from a backup, where versions count from there.
 */
const DOUBT_MS = 5_000;

const FINAL: Record<number, Link> = { 401: 'forbidden', 404: 'unknown', 410: 'gone' };

/**
 * The browser's end of a workshop. Every message is the whole truth, so that nothing has to be caught up with: after
 * sleep, flight mode or a change of network the first message puts everything right.
 */
export class LiveConnection<A extends Audience = 'shared'> {
	readonly #path: string;
	readonly #pass: string | null;
	readonly #onSnapshot: Options<A>['onSnapshot'];
	readonly #onGone: Options<A>['onGone'];
	#source: EventSource | null = null;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#silence: ReturnType<typeof setTimeout> | undefined;
	#doubt: ReturnType<typeof setTimeout> | undefined;
	/** What this line said last, while it is older than what is known. */
	#doubted: Snapshots[A] | null = null;
	#lastHeard = 0;

	/** The newest that is known; null before the first. */
	snapshot: Snapshots[A] | null;
	link: Link;

	/**
	 * @param first what is known already, from the page or from the device
	 * @param pass from the address of the page, until a snapshot says it
	 * @param onSnapshot hears every snapshot that comes from the server
	 * @param onGone hears that the workshop was deleted
	 */
	constructor(code: string, { audience, first = null, pass = null, onSnapshot, onGone }: Options<A>) {
		this.#onSnapshot = onSnapshot;
		this.#onGone = onGone;
		this.#pass = pass;
		this.#path = `/w/${code}/${audience === 'host' ? 'host/' : ''}events`;
		this.snapshot = $state.raw(first);
		this.link = $state('connecting');
	}

	/** With it the server answers however many have guessed wrong from the same network. */
	get pass(): string | null {
		return this.snapshot?.pass ?? this.#pass;
	}

	get #address(): string {
		return withPass(this.#path, this.pass);
	}

	/** Connects, and stays connected until the returned function is called. */
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

	/** Connects anew, also where that was refused for good: what this browser may do has changed. */
	reconnect(): void {
		this.link = 'connecting';
		this.#connect();
	}

	/** Takes in a snapshot that came another way, unless it is older than what is known. */
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

	/** Takes in what a line says, where it is older only after a time of doubt. */
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

	/** An event source does not say why it was refused: the same address, asked once more, does. */
	async #failed(source: EventSource): Promise<void> {
		if (source !== this.#source) return;
		const refused = source.readyState === EventSource.CLOSED;
		this.#lose();
		if (refused) {
			const final = FINAL[await statusOf(this.#address)];
			// Meanwhile somebody may have connected anew, or closed.
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

	/** Gives a line up that leads nowhere, whatever it says itself. */
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
