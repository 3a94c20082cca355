/**
 * For live regions about something that changes all the time. Each is said as it stands a while after the one before,
 * so that whoever listens hears how far it is without hearing nothing else. For `{@attach}`.
 */
export function calmly(pauseMs: number): (text: string) => (region: HTMLElement) => () => void {
	let free = 0;
	return (text) => (region) => {
		const timer = setTimeout(
			() => {
				region.textContent = text;
				free = performance.now() + pauseMs;
			},
			Math.max(0, free - performance.now())
		);
		return () => clearTimeout(timer);
	};
}
