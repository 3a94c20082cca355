import { paintThreadsIn } from '../charts';
import { drawKnot } from '../knots';
import { layOutCard } from './layout';
import type { CardModel } from './model';
import { CARD_FACES, CARD_PALETTES, type CardPalette } from './palettes';
import type { TextBlock, ThreadBlock } from './sheet';
import { fontOf } from './text';

/** Draws the whole card. The canvas has the size of its shape, and the fonts are loaded: a canvas does not wait for them. */
export function drawCard(context: CanvasRenderingContext2D, model: CardModel): void {
	const palette = { ...CARD_PALETTES[model.theme], ...CARD_FACES[model.script] };
	const layout = layOutCard(context, model);
	context.save();
	context.fillStyle = palette.paper;
	context.fillRect(0, 0, layout.width, layout.height);
	for (const block of layout.threads) paintThread(context, block, model, palette);
	for (const block of layout.texts) paintText(context, block);
	for (const { zone, ...place } of layout.knots)
		drawKnot(context, zone, { ...place, direction: model.direction }, palette);
	context.restore();
}

/** Sets text in the middle of its lines, so that a taller script does not sink. */
export function paintText(context: CanvasRenderingContext2D, block: TextBlock): void {
	context.font = fontOf(block.face, block.size);
	context.fillStyle = block.color;
	context.direction = block.direction;
	context.textAlign = block.align;
	context.textBaseline = 'alphabetic';
	block.lines.forEach((line, i) => {
		context.fillText(line, block.x, block.y + i * block.leading + block.leading / 2 + block.size * 0.28);
	});
}

function paintThread(
	context: CanvasRenderingContext2D,
	{ rows, size, ...box }: ThreadBlock,
	{ direction }: CardModel,
	palette: CardPalette
): void {
	const hanging = rows.map(({ estimate, other }) => ({
		estimate,
		...(other !== undefined && { other: { estimate: other } })
	}));
	paintThreadsIn(context, box, { rows: hanging, cuts: [], zones: [], direction, size }, palette);
}
