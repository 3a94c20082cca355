/**
 * Keeps the screen awake while an element is there. Browsers take the lock away when the page is hidden, and over plain
 * http they have none to give: that is missed quietly.
 */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | null = null;
	let wanted = true;

	const ask = async () => {
		if (!wanted || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
		try {
			const given = await navigator.wakeLock.request('screen');
			if (wanted) lock = given;
			else await given.release();
		} catch {
			// A battery that runs low refuses it.
		}
	};
	const onVisible = () => void ask();
	document.addEventListener('visibilitychange', onVisible);
	void ask();
	return () => {
		wanted = false;
		document.removeEventListener('visibilitychange', onVisible);
		void lock?.release().catch(() => undefined);
	};
}
