import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailLink, FIRST_NETWORKS, mastodonLink, mastodonServer, OTHER_NETWORKS } from './networks';

const message = { address: 'https://quiz.example/es/result/1abc', text: '«Trato abierto» & más: 100 %' };

describe('links for composing a post', () => {
	it.each([...FIRST_NETWORKS, ...OTHER_NETWORKS])('to $name carry the address whole', ({ compose }) => {
		const url = new URL(compose(message));
		expect(url.protocol).toBe('https:');
		expect([...url.searchParams.values()].some((value) => value.includes(message.address))).toBe(true);
	});

	it('by mail carry subject and body', () => {
		const url = new URL(emailLink('a & b', message));
		expect(url.searchParams.get('subject')).toBe('a & b');
		expect(url.searchParams.get('body')).toBe(`${message.text} ${message.address}`);
		expect(url.href).not.toContain('+');
	});

	it('to Mastodon go to the server that was named', () => {
		const url = new URL(mastodonLink('mastodon.social', message));
		expect(url.host).toBe('mastodon.social');
		expect(url.searchParams.get('text')).toContain(message.address);
	});
});

describe('mastodonServer', () => {
	it.each([
		['mastodon.social', 'mastodon.social'],
		[' https://Mastodon.Social/@me ', 'mastodon.social'],
		['@me@fosstodon.org', 'fosstodon.org'],
		['bücher.example', 'xn--bcher-kva.example']
	])('reads %s', (input, server) => {
		expect(mastodonServer(input)).toBe(server);
	});

	it.each(['', 'mastodon', 'a b.c', 'javascript:alert(1)', 'x.y?z', '.', '@', 'host:80'])(
		'refuses %j',
		(input) => {
			expect(mastodonServer(input)).toBeNull();
		}
	);

	it('gives nothing but a host name, whatever is typed', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (input) => {
				const server = mastodonServer(input);
				if (server !== null) expect(new URL(`https://${server}/share`).hostname).toBe(server);
				expect(server).not.toBe('');
			})
		);
	});
});
