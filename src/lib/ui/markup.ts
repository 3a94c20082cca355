/** Escapes text for an attribute or an element. An origin too: without `ORIGIN` its host is the visitor's word. */
export function escapeMarkup(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An element of a head that only machines read. */
export type HeadElement = [name: 'link' | 'meta', attributes: Record<string, string>];

/** Writes them as one piece of markup, which hydration takes over as a whole. */
export function headMarkup(elements: readonly HeadElement[]): string {
	return elements
		.map(([name, attributes]) => {
			const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`);
			return `<${name}${written.join('')}>`;
		})
		.join('');
}
