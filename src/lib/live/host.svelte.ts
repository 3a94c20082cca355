import type { HostAction, HostSnapshot, StepReply } from '../protocol';
import { LiveConnection } from './live-connection.svelte';
import { send } from './request';

/** Why the last step was not taken. */
export type HostNotice = 'stale' | 'notSent' | 'refused';

/** The host’s end of a workshop, on one device or on several: the state is the server's. */
export class Host {
	readonly connection: LiveConnection<'host'>;
	readonly #address: string;
	notice: HostNotice | null;
	/** A step is on its way, and the snapshot does not show it yet. */
	busy: boolean;
	/** The step number at which the host was told that too few have answered. */
	#warned: number;
	/** The step number that the last press saw. */
	#seen = Number.NaN;

	/** @param pass from the address of a page that may not be the host's */
	constructor(
		code: string,
		{ first = null, pass = null }: { first?: HostSnapshot | null; pass?: string | null } = {}
	) {
		this.#address = `/w/${code}/host/steps`;
		this.connection = new LiveConnection(code, {
			audience: 'host',
			first,
			pass,
			onSnapshot: ({ step }) => {
				if (step !== this.#seen) this.busy = false;
			}
		});
		this.notice = $state(null);
		this.busy = $state(false);
		this.#warned = $state(Number.NaN);
	}

	/** Whether a reveal would show nothing, and the host is told so before pressing again. */
	get isWarned(): boolean {
		const { snapshot } = this.connection;
		return snapshot?.step === this.#warned && snapshot.tooFew > 0;
	}

	/** Connects, and stays connected until the returned function is called. */
	open(): () => void {
		return this.connection.open();
	}

	/** Takes a step. A second press while the first is on its way is none; so is one on a screen that has become old. */
	async act(action: HostAction): Promise<void> {
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
		const reply = await send(this.#address, { action, seen });
		if (reply?.ok) this.connection.hear((reply.body as StepReply).snapshot);
		// Another press speaks for itself.
		if (this.#seen !== seen) return;
		if (!reply && this.busy) this.notice = 'notSent';
		else if (reply && !reply.ok) this.notice = reply.status === 409 ? 'stale' : 'refused';
		this.busy = false;
	}

	/** What a clicker's "forward" does. */
	async advance(): Promise<void> {
		const step = this.connection.snapshot?.advance;
		if (step) await this.act(step);
	}

	/** What a clicker's "back" does: the scene before, if that can follow. */
	async back(): Promise<void> {
		if (this.connection.snapshot?.allowed.includes('previous')) await this.act('previous');
	}

	/** Keys of keyboard and clicker. Gives whether the key meant something here. */
	press(event: KeyboardEvent): boolean {
		if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return false;
		const target = event.target as Element | null;
		if (target?.closest('input, select, textarea, dialog[open]')) return false;
		const { key } = event;
		// Where a button has the focus, Space presses it.
		const pressing = target?.closest('a, button, summary') && key === ' ';
		if (['PageDown', 'ArrowRight'].includes(key) || (key === ' ' && !pressing)) void this.advance();
		else if (['PageUp', 'ArrowLeft'].includes(key)) void this.back();
		else return false;
		event.preventDefault();
		return true;
	}
}
