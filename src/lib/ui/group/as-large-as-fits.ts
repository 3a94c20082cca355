/** Parts of the usual type size; below it only in a window too small for all ways of making room: a text that is cut says nothing. */
const BOUNDS = { least: 0.45, usual: 1, most: 1.7 };

const STEPS = 7;

/** Part of the type size by which letters of some scripts reach out of their last line without being cut. */
const OVERHANG = 0.2;

/**
 * How a box makes room before its letters get smaller than the room can read, each on top of those before: `close` sets it closer,
 * `folded` leaves out what can wait, `bare` what phones have as well.
 */
const WAYS = ['close', 'folded', 'bare'] as const;

/**
 * Sets `--fit` on a box so that its type is as large as it can be without overflowing, and `data-fit` to as few ways of making room
 * as it takes.
 */
export function asLargeAsFits(box: HTMLElement): () => void {
	const fits = (factor: number) => {
		box.style.setProperty('--fit', factor.toFixed(3));
		const hair = OVERHANG * parseFloat(getComputedStyle(box).fontSize);
		return box.scrollHeight <= box.clientHeight + hair && box.scrollWidth <= box.clientWidth + hair;
	};
	const fit = () => {
		for (let ways = 0; ways <= WAYS.length; ways++) {
			box.dataset.fit = WAYS.slice(0, ways).join(' ');
			if (fits(BOUNDS.usual)) break;
		}
		let { least, most } = BOUNDS;
		if (fits(most)) return;
		for (let i = 0; i < STEPS; i++) {
			const middle = (least + most) / 2;
			if (fits(middle)) least = middle;
			else most = middle;
		}
		fits(least);
	};
	const sizes = new ResizeObserver(fit);
	sizes.observe(box);
	const words = new MutationObserver(fit);
	words.observe(box, { childList: true, characterData: true, subtree: true });
	document.fonts.addEventListener('loadingdone', fit);
	return () => {
		sizes.disconnect();
		words.disconnect();
		document.fonts.removeEventListener('loadingdone', fit);
	};
}
