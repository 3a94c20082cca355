import type { HostLinkReply } from '../protocol';
import { ask, send, type Reply } from './request';
import { makeSecret } from './secret';

/** What came of asking last. */
export type HostLinkNotice = 'shown' | 'hidden' | 'renewed' | 'notSent' | 'refused' | 'forbidden';

/** The facilitator link on a desk: there only while somebody wants to see it. */
export class HostLink {
	readonly #address: string;
	readonly #onRenewed: () => void;
	/** A key that was sent and never heard of again: it may be the host's by now. */
	#sent: string | null = null;
	/** Grows whenever the link is to be hidden, so that an answer that comes later does not show it. */
	#hidden = 0;
	link: string | null;
	notice: HostLinkNotice | null;
	busy: boolean;

	/**
	 * @param address where the server tells the link, in the language of the page
	 * @param onRenewed hears that this browser's cookie holds a new key
	 */
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

	/** Puts a new key in the place of the host's, and shows the link with it. Can be repeated where nobody answered. */
	async renew(): Promise<void> {
		if (this.busy) return;
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
