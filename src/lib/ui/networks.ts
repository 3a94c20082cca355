export type Message = { address: string; text: string };

type Network = { name: string; compose: (message: Message) => string };

/** Where most results go, and which have a place of their own. */
export const FIRST_NETWORKS: readonly Network[] = [
	{
		name: 'LinkedIn',
		compose: ({ address }) => link('https://www.linkedin.com/sharing/share-offsite/', { url: address })
	},
	{ name: 'WhatsApp', compose: (message) => link('https://wa.me/', { text: both(message) }) }
];

export const OTHER_NETWORKS: readonly Network[] = [
	{
		name: 'Facebook',
		compose: ({ address }) => link('https://www.facebook.com/sharer/sharer.php', { u: address })
	},
	{ name: 'X', compose: ({ address, text }) => link('https://x.com/intent/post', { text, url: address }) },
	{ name: 'Bluesky', compose: (message) => link('https://bsky.app/intent/compose', { text: both(message) }) }
];

/** Mail programs want `%20`, not the plus of forms. */
export function emailLink(subject: string, message: Message): string {
	return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(both(message))}`;
}

export function mastodonLink(server: string, message: Message): string {
	return link(`https://${server}/share`, { text: both(message) });
}

/** Reads `https://Mastodon.Social/@me` and `@me@mastodon.social` as well; null for what names no public host. */
export function mastodonServer(input: string): string | null {
	const rest = input.trim().replace(/^https?:\/\//i, '');
	const host = rest.split('/')[0]?.split('@').at(-1) ?? '';
	if (!/^[^\s:?#]+\.[^\s:?#.]{2,}$/.test(host)) return null;
	return URL.parse(`https://${host}/`)?.hostname ?? null;
}

function both({ text, address }: Message): string {
	return `${text} ${address}`;
}

function link(base: string, query: Record<string, string>): string {
	const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
	return `${base}?${pairs.join('&')}`;
}
