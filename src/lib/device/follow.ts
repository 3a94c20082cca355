/**
 * Hears when another tab changes what lies at a key, and when the browser's back button brings the page back as it was
 * left. Returns a function that ends it.
 * @param changed gets what lies there now as text, null where nothing does any more, and undefined where that is not known
 */
export function follow(
	window: Window,
	key: string,
	changed: (newValue: string | null | undefined) => void
): () => void {
	const onStorage = (event: StorageEvent) => {
		// Without a key, everything was cleared.
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
