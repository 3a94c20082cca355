/** Escapes text for an attribute or an element. An origin too: without `ORIGIN` its host is the visitor's word. */
export function escapeMarkup(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An element of a head that only machines read. */
export type HeadElement = [name: 'link' | 'meta', attributes: Record<string, string>];

/** Returns them as one piece, so that hydration need not look at each. */
export function headMarkup(elements: readonly HeadElement[]): string {
	return elements
		.map(([name, attributes]) => {
			const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`);
			return `<${name}${written.join('')}>`;
		})
		.join('');
}
