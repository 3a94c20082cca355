/** A hidden page gets no frame. */
const PATIENCE_MS = 200;
const SETTLED_MS = 4000;

/** Waits for the next picture, so that what nobody sees at once does not keep it back. */
export function afterPaint(): Promise<void> {
	return new Promise((resolve) => {
		requestAnimationFrame(() => setTimeout(resolve));
		setTimeout(resolve, PATIENCE_MS);
	});
}

/** Waits until the page has loaded and a while longer: what is read now comes first. */
export async function afterAllElse(): Promise<void> {
	if (document.readyState !== 'complete') await new Promise((loaded) => addEventListener('load', loaded));
	await new Promise((settled) => setTimeout(settled, SETTLED_MS));
}
