import { CARD_FACES } from '../card';
import type { Script } from '../languages/scripts';

export function createCanvas(width: number, height: number): HTMLCanvasElement {
	return Object.assign(document.createElement('canvas'), { width, height });
}

/** A canvas does not wait for fonts, and does not load one that no text on the page uses. */
async function loadFaces(script: Script, text: string): Promise<void> {
	await Promise.all(
		Object.values(CARD_FACES[script]).flatMap((stack) =>
			[450, 650].map((weight) => document.fonts.load(`${weight} 40px ${stack}`, text))
		)
	);
}

/**
 * Returns a PNG of what `draw` draws.
 * @param words all that is written on it, whose fonts are loaded first
 */
export async function pngOf(
	{ width, height }: { width: number; height: number },
	script: Script,
	words: unknown,
	draw: (context: CanvasRenderingContext2D) => void
): Promise<Blob> {
	await loadFaces(script, JSON.stringify(words));
	const canvas = createCanvas(width, height);
	const context = canvas.getContext('2d');
	if (!context) throw new Error('this browser gives no canvas');
	draw(context);
	return new Promise((resolve, reject) => {
		canvas.toBlob(
			(blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture'))),
			'image/png'
		);
	});
}
