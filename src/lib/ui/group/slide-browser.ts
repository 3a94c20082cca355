import { drawSlide, SLIDE_SIZE, type SlideModel } from '../../slides';
import type { NamedSlide } from '../../phrases';
import { chartOn } from '../../charts/charted';
import { createCanvas, pngOf } from '../canvas';

export function slidePicture(model: SlideModel): Promise<Blob> {
	return pngOf(SLIDE_SIZE, model.script, model, (context) =>
		drawSlide(context, model, { chartOn, createCanvas })
	);
}

/**
 * Returns all of them in a ZIP.
 * @param onDrawn hears how many are drawn
 */
export async function zippedSlides(
	slides: readonly NamedSlide[],
	onDrawn: (count: number) => void
): Promise<Blob> {
	const { downloadZip } = await import('client-zip');
	async function* files() {
		for (const [i, { name, model }] of slides.entries()) {
			yield { name: `${name}.png`, input: await slidePicture(model) };
			onDrawn(i + 1);
		}
	}
	return downloadZip(files()).blob();
}
