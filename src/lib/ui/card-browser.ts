import { Chart, LinearScale, PointElement, ScatterController } from 'chart.js';
import { CARD_FACES, CARD_SIZES, drawCard, type CardModel } from '../card';

Chart.register(LinearScale, PointElement, ScatterController);

function createCanvas(width: number, height: number): HTMLCanvasElement {
	return Object.assign(document.createElement('canvas'), { width, height });
}

/** A canvas does not wait for fonts, and does not load one that no text on the page uses. */
async function loadFaces({ script, words }: CardModel): Promise<void> {
	const text = JSON.stringify(words);
	await Promise.all(
		Object.values(CARD_FACES[script]).flatMap((stack) =>
			[450, 650].map((weight) => document.fonts.load(`${weight} 40px ${stack}`, text))
		)
	);
}

export async function cardPicture(model: CardModel): Promise<Blob> {
	await loadFaces(model);
	const { width, height } = CARD_SIZES[model.shape];
	const canvas = createCanvas(width, height);
	const context = canvas.getContext('2d');
	if (!context) throw new Error('this browser gives no canvas');
	drawCard(context, model, { Chart, createCanvas });
	return new Promise((resolve, reject) => {
		canvas.toBlob(
			(blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture'))),
			'image/png'
		);
	});
}
