/** A hidden page gets no frame. */
const PATIENCE_MS = 200;

/** Waits for the next picture, so that what nobody sees at once does not keep it back. */
export function afterPaint(): Promise<void> {
	return new Promise((resolve) => {
		requestAnimationFrame(() => setTimeout(resolve));
		setTimeout(resolve, PATIENCE_MS);
	});
}
