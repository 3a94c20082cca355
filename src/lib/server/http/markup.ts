/** Escapes text for an attribute or an element. An origin too: without `ORIGIN` its host is the visitor's word. */
export function escapeMarkup(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
