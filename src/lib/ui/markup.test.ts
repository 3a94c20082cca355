import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkup, headMarkup } from './markup';

describe('headMarkup', () => {
	it('writes elements in the order given, each with its attributes', () => {
		expect(
			headMarkup([
				['meta', { property: 'og:title', content: 'Plain dealing' }],
				['link', { rel: 'canonical', href: 'https://example.org/es' }]
			])
		).toBe(
			'<meta property="og:title" content="Plain dealing"><link rel="canonical" href="https://example.org/es">'
		);
	});

	it('keeps what is in a value inside it', () => {
		expect(headMarkup([['meta', { name: 'description', content: '"><script>1 && 2</script>' }]])).toBe(
			'<meta name="description" content="&#34;&#62;&#60;script&#62;1 &#38;&#38; 2&#60;/script&#62;">'
		);
	});
});

describe('escapeMarkup', () => {
	it('loses nothing, and leaves no character that ends an attribute or begins an element', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const escaped = escapeMarkup(text);
				expect(escaped).not.toMatch(/[<>"]/);
				expect(escaped.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))).toBe(text);
			})
		);
	});
});
