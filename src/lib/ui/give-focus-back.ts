/** Takes focus from a button that was clicked with a pointer, so that Space and Enter of a clicker do not press it again. */
export function giveFocusBack({ detail, target }: MouseEvent): void {
	const button = (target as Element | null)?.closest('button');
	// A click by key has no detail. Buttons that open a dialog have lost focus to it.
	if (detail > 0 && button === document.activeElement) button?.blur();
}
