const TIMING: KeyframeAnimationOptions = { duration: 900, easing: 'cubic-bezier(0.22, 1, 0.36, 1)' };

/** Moves the rows of a list from where they stand to where they stand once it has changed. Every page would carry `animate:flip`. */
export function glide(list: HTMLElement, changed: Promise<void>): void {
	const before = [...list.children].map((row) => [row, row.getBoundingClientRect()] as const);
	void changed.then(() => {
		for (const [row, from] of before) {
			const to = row.getBoundingClientRect();
			const translate = [`${from.left - to.left}px ${from.top - to.top}px`, '0 0'];
			row.animate({ translate }, TIMING);
		}
	});
}
