/** Moves focus to a heading that replaces what had it. */
export function leadHere(heading: HTMLElement): void {
	heading.focus({ preventScroll: true });
	window.scrollTo({ top: 0 });
}
