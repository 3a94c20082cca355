/** Sets the text of a live region at most once per pause, so that a count that changes all the time can be listened to. */
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
