import type { HostLinkReply } from '../protocol';
import { ask, send, type Reply } from './request';
import { makeSecret } from './secret';

export type HostLinkNotice = 'shown' | 'hidden' | 'renewed' | 'notSent' | 'refused' | 'forbidden';

/** The host's link, which is in memory only while it is shown. */
export class HostLink {
	readonly #address: string;
	readonly #onRenewed: () => void;
	/** A key whose request was never answered: the server may have taken it. */
	#sent: string | null = null;
	/** Counts `hide` calls, so that an answer to an earlier request does not show the link again. */
	#hidden = 0;
	link: string | null;
	notice: HostLinkNotice | null;
	busy: boolean;

	/** @param onRenewed runs once this browser's cookie holds a new key */
	constructor(address: string, onRenewed: () => void) {
		this.#address = address;
		this.#onRenewed = onRenewed;
		this.link = $state(null);
		this.notice = $state(null);
		this.busy = $state(false);
	}

	async show(): Promise<void> {
		await this.#ask('shown', () => ask(this.#address));
	}

	hide(): void {
		this.#hidden++;
		if (this.link !== null) this.notice = 'hidden';
		this.link = null;
	}

	/** Replaces the host's key. Repeating it after a lost answer sends the same key. */
	async renew(): Promise<void> {
		const key = (this.#sent ??= makeSecret());
		const reply = await this.#ask('renewed', () => send(this.#address, { key }));
		if (!reply || reply.status >= 500) return;
		this.#sent = null;
		if (reply.ok) this.#onRenewed();
	}

	async #ask(done: 'shown' | 'renewed', asking: () => Promise<Reply | null>): Promise<Reply | null> {
		if (this.busy) return null;
		this.busy = true;
		const hidden = this.#hidden;
		const reply = await asking();
		this.busy = false;
		const isWanted = hidden === this.#hidden;
		this.link = reply?.ok && isWanted ? (reply.body as HostLinkReply).link : null;
		if (!reply) this.notice = 'notSent';
		else if (!reply.ok) this.notice = reply.status === 401 ? 'forbidden' : 'refused';
		else this.notice = isWanted ? done : 'hidden';
		return reply;
	}
}
