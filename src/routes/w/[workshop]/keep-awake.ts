/** Keeps the display awake. Browsers release the lock when a page is hidden, and have none over plain http. */
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
			// Refused on a low battery.
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
