import type { HostAction, HostSnapshot, StepReply, StepRequest } from '../protocol';
import { LiveConnection } from './live-connection.svelte';
import { send } from './request';

/** A clicker's button bounces: a step that the last one brought into reach needs another press. */
const DOUBLE_PRESS_MS = 500;

export type HostNotice = 'stale' | 'notSent' | 'refused';

type StepDetails = Pick<StepRequest, 'to' | 'seconds'>;

type HostOptions = { first?: HostSnapshot | null; pass?: string | null; staysWhileHidden?: boolean };

export class Host {
	readonly connection: LiveConnection<'host'>;
	readonly #address: string;
	notice: HostNotice | null;
	/** Whether a step was sent that no snapshot shows yet. */
	busy: boolean;
	/** The step number at which the host was warned that too few have answered. */
	#warned: number;
	/** The step number that the last request carried. */
	#seen = Number.NaN;
	#pressedAt = -Infinity;

	constructor(code: string, { first = null, pass = null, staysWhileHidden = false }: HostOptions = {}) {
		this.#address = `/w/${code}/host/steps`;
		this.connection = new LiveConnection(code, {
			audience: 'host',
			first,
			pass,
			staysWhileHidden,
			onSnapshot: ({ step }) => {
				if (step !== this.#seen) this.busy = false;
			}
		});
		this.notice = $state(null);
		this.busy = $state(false);
		this.#warned = $state(Number.NaN);
	}

	/** Whether the first `reveal` was held back because it would show nothing. */
	get isWarned(): boolean {
		const { snapshot } = this.connection;
		return snapshot?.step === this.#warned && snapshot.tooFew > 0;
	}

	open(): () => void {
		return this.connection.open();
	}

	/** Sends a step with the step number of the snapshot, so that the server refuses it where the workshop has moved on. */
	async act(action: HostAction, details: StepDetails = {}): Promise<void> {
		const { snapshot } = this.connection;
		if (this.busy || !snapshot) return;
		if (action === 'reveal' && snapshot.tooFew > 0 && !this.isWarned) {
			this.#warned = snapshot.step;
			return;
		}
		this.busy = true;
		this.notice = null;
		const seen = snapshot.step;
		this.#seen = seen;
		const reply = await send(this.#address, { action, seen, ...details });
		if (reply?.ok) this.connection.hear((reply.body as StepReply).snapshot);
		// A later request has taken over `busy` and `notice`.
		if (this.#seen !== seen) return;
		if (!reply && this.busy) this.notice = 'notSent';
		else if (reply && !reply.ok) this.notice = reply.status === 409 ? 'stale' : 'refused';
		this.busy = false;
	}

	async jump(to: number): Promise<void> {
		await this.act('jump', { to });
	}

	async advance(): Promise<void> {
		const step = this.connection.snapshot?.advance;
		if (step) await this.act(step);
	}

	async back(): Promise<void> {
		const allowed = this.connection.snapshot?.allowed;
		const step = (['fold', 'previous'] as const).find((step) => allowed?.includes(step));
		if (step) await this.act(step);
	}

	/** Returns whether the key meant something here. */
	press(event: KeyboardEvent): boolean {
		const direction = directionOf(event);
		if (!direction) return false;
		event.preventDefault();
		const now = performance.now();
		if (now - this.#pressedAt < DOUBLE_PRESS_MS) return true;
		this.#pressedAt = now;
		if (!this.connection.snapshot) this.notice = 'notSent';
		void (direction === 'on' ? this.advance() : this.back());
		return true;
	}
}

/** Returns where a key leads the workshop, pressed outside of what takes keys itself. */
export function directionOf(event: KeyboardEvent): 'on' | 'back' | null {
	if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return null;
	const target = event.target as Element | null;
	if (target?.closest('input, select, textarea, dialog[open]')) return null;
	const { key } = event;
	// Space presses a focused button.
	const pressing = target?.closest('a, button, summary') && key === ' ';
	if (['PageDown', 'ArrowRight'].includes(key) || (key === ' ' && !pressing)) return 'on';
	return ['PageUp', 'ArrowLeft'].includes(key) ? 'back' : null;
}
