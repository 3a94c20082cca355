/**
 * Follows a key that other tabs write, also past a time in the browser's back cache. Returns a function that ends it.
 * @param changed gets the new text, null where the key is gone, and undefined where that is not known
 */
export function follow(
	window: Window,
	key: string,
	changed: (newValue: string | null | undefined) => void
): () => void {
	const onStorage = (event: StorageEvent) => {
		// Null where everything was cleared.
		if (event.key === key || event.key === null) changed(event.newValue);
	};
	const onPageShow = (event: PageTransitionEvent) => {
		if (event.persisted) changed(undefined);
	};
	window.addEventListener('storage', onStorage);
	window.addEventListener('pageshow', onPageShow);
	return () => {
		window.removeEventListener('storage', onStorage);
		window.removeEventListener('pageshow', onPageShow);
	};
}
