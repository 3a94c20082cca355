/**
 * Leads focus to a heading that has come, and with it whoever listens to the page: what they were at is gone. For
 * `{@attach}`.
 */
export function leadHere(heading: HTMLElement): void {
	heading.focus({ preventScroll: true });
	window.scrollTo({ top: 0 });
}
