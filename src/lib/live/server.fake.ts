import { vi } from 'vitest';
import type { HostSnapshot, SeatState, SharedSnapshot } from '../protocol';
import type { Rung, ScenarioId } from '../questions';

/** For tests only: one line from a browser to the server. */
export class FakeEventSource extends EventTarget {
	static readonly CONNECTING = 0;
	static readonly OPEN = 1;
	static readonly CLOSED = 2;
	/** All that were opened, oldest first. */
	static opened: FakeEventSource[] = [];

	readyState = FakeEventSource.CONNECTING;
	onmessage: ((event: MessageEvent<string>) => void) | null = null;
	onerror: (() => void) | null = null;

	readonly address: string;

	constructor(address: string) {
		super();
		this.address = address;
		FakeEventSource.opened.push(this);
	}

	/** Those that nobody has closed. */
	static get open(): FakeEventSource[] {
		return FakeEventSource.opened.filter(({ readyState }) => readyState !== FakeEventSource.CLOSED);
	}

	close(): void {
		this.readyState = FakeEventSource.CLOSED;
	}

	say(snapshot: unknown): void {
		this.readyState = FakeEventSource.OPEN;
		this.onmessage?.(new MessageEvent('message', { data: JSON.stringify(snapshot) }));
	}

	/** @param time of the server, in ms since 1970 */
	beat(time = Date.now()): void {
		this.dispatchEvent(new MessageEvent('beat', { data: String(time) }));
	}

	/** The line breaks; a browser would try again by itself. */
	drop(): void {
		this.readyState = FakeEventSource.CONNECTING;
		this.onerror?.();
	}

	/** The server answers with something else than a stream; a browser does not try again. */
	refuse(): void {
		this.readyState = FakeEventSource.CLOSED;
		this.onerror?.();
	}
}

type Body = {
	round: number;
	scene: ScenarioId;
	scenes: ScenarioId[];
	asking?: 'again' | 'guess';
	rung: Rung | null;
	seat: string;
	action: string;
	seen: number;
};

/** For tests only: a workshop as one participant sees it, and a network that can go away. */
export class FakeServer {
	version = 1;
	round = 1;
	/** The host's step. */
	step = 0;
	readonly scenes: readonly ScenarioId[] = ['thin-post', 'free-audit', 'dealer-host'];
	readonly open = new Set<ScenarioId>();
	/** Scenes that were seen and not answered. */
	readonly silence: ScenarioId[] = [];
	answers: Partial<Record<ScenarioId, Rung>> = {};
	/** Open a second time. */
	readonly openAgain = new Set<ScenarioId>();
	/** Answers to scenes that were asked again. */
	again: Partial<Record<ScenarioId, Rung>> = {};
	guesses: Partial<Record<ScenarioId, Rung>> = {};
	/** Answers of the first round, in a second one. */
	first: Partial<Record<ScenarioId, Rung>> | null = null;
	/** Tokens that have come in. */
	readonly seats: string[] = [];
	/** Whether this browser's cookie is one of a seat. */
	seated = false;
	/** The browser drops every cookie. */
	refusesCookies = false;
	offline = false;
	/** Answers everything, where set. */
	instead: (() => Response) | null = null;
	/** Requests wait for these, one after another. */
	readonly held: Promise<void>[] = [];
	readonly asked: { path: string; body: Body | null }[] = [];

	get snapshot(): SharedSnapshot {
		const { version, round, scenes, open, openAgain } = this;
		const statuses = scenes.map((scene) => (open.has(scene) ? 'open' : 'closed'));
		const firstRound = this.first ? round - 1 : null;
		const again = { statuses: scenes.map((scene) => (openAgain.has(scene) ? 'open' : 'waiting')) };
		const told = { version, round, firstRound, stage: 'scene', scenes, statuses, again };
		return told as unknown as SharedSnapshot;
	}

	get hostSnapshot(): HostSnapshot {
		const { step } = this;
		return { ...this.snapshot, step, advance: 'start', allowed: ['previous'] } as unknown as HostSnapshot;
	}

	get state(): SeatState {
		const { snapshot, round, answers, again, guesses, first } = this;
		const own = {
			round,
			answers: { ...answers },
			again: { ...again },
			guess: { ...guesses },
			...(first && { first })
		};
		return { snapshot, own: this.seated ? own : null };
	}

	/** Everybody who listens hears how things stand. */
	tell(): void {
		this.version++;
		for (const source of FakeEventSource.open)
			source.say(source.address.includes('/host/') ? this.hostSnapshot : this.snapshot);
	}

	/** Everything else was answered and shown. */
	askAgain(scene: ScenarioId): void {
		this.open.clear();
		this.openAgain.add(scene);
	}

	startSecondRound(): void {
		const first = this.answers;
		this.startOver();
		this.first = first;
	}

	startOver(): void {
		this.first = null;
		this.round++;
		this.answers = {};
		this.guesses = {};
		this.open.clear();
	}

	/** Starting over is undone: the answers of before count again. */
	takeBack(answers: Partial<Record<ScenarioId, Rung>>): void {
		this.round--;
		this.answers = answers;
	}

	/** What was sent to `/answers`. */
	get sent(): (readonly [ScenarioId, Rung | null])[] {
		return this.asked.flatMap(({ path, body }) =>
			path.endsWith('/answers') && body ? [[body.scene, body.rung] as const] : []
		);
	}

	readonly fetch = async (
		address: string,
		init?: { method?: string; body?: string; signal?: AbortSignal }
	): Promise<Response> => {
		const body = init?.body ? (JSON.parse(init.body) as Body) : null;
		this.asked.push({ path: address, body });
		const [path = ''] = address.split('?');
		const given = new Promise<never>((_, reject) =>
			init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'TimeoutError')))
		);
		await Promise.race([this.held.shift(), given]);
		if (this.offline) throw new TypeError('Failed to fetch');
		if (this.instead) return this.instead();
		if (path.endsWith('/seat') && init?.method === 'DELETE') {
			this.seated = false;
			return Response.json({ forgotten: true });
		}
		if (path.endsWith('/seat') && body) {
			this.seats.push(body.seat);
			this.seated = !this.refusesCookies;
			return Response.json({ ...this.state, own: { round: this.round, answers: { ...this.answers } } });
		}
		if (path.endsWith('/host/state')) return Response.json({ snapshot: this.hostSnapshot });
		if (path.endsWith('/answers') && body) return this.#take(body);
		if (path.endsWith('/silence') && body) {
			this.silence.push(...body.scenes);
			return Response.json({ stored: true });
		}
		if (path.endsWith('/steps') && body) return this.#step(body);
		return Response.json(this.state);
	};

	#step({ seen }: Body): Response {
		if (seen !== this.step) return Response.json({ reason: 'stale' }, { status: 409 });
		this.step++;
		this.version++;
		return Response.json({ snapshot: this.hostSnapshot });
	}

	#take({ round, scene, rung, asking }: Body): Response {
		if (!this.seated) return Response.json({ reason: 'noSeat' }, { status: 401 });
		const open = asking === 'again' ? this.openAgain : this.open;
		const answers = { once: this.answers, again: this.again, guess: this.guesses }[asking ?? 'once'];
		if (round !== this.round || !open.has(scene)) return Response.json({ reason: 'closed' }, { status: 409 });
		if (rung === null) delete answers[scene];
		else answers[scene] = rung;
		return Response.json({ stored: true });
	}
}

/** For tests only: a browser's globals, as far as a workshop looks at them, with a clock that only the test moves. */
export function fakeBrowserGlobals(server: FakeServer) {
	vi.useFakeTimers();
	// A page has been open for a while.
	vi.advanceTimersByTime(60_000);
	FakeEventSource.opened = [];
	const window = new EventTarget();
	const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
	vi.stubGlobal('window', window);
	vi.stubGlobal('document', document);
	vi.stubGlobal('EventSource', FakeEventSource);
	vi.stubGlobal('navigator', { cookieEnabled: true });
	vi.stubGlobal('fetch', server.fetch);
	// The platform's own deadline does not keep to a clock that tests move.
	vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
		const controller = new AbortController();
		setTimeout(() => controller.abort(), milliseconds);
		return controller.signal;
	});
	return {
		window,
		show: (visibilityState: 'visible' | 'hidden') => {
			document.visibilityState = visibilityState;
			document.dispatchEvent(new Event('visibilitychange'));
		}
	};
}

/** Everything that is on its way arrives. */
export const settle = () => vi.advanceTimersByTimeAsync(0);
