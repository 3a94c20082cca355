import { SCRIPTS } from '../languages/scripts';
import type { CardEstimate, CardModel } from './model';
import { CARD_FACES, CARD_PALETTES, type CardPalette } from './palettes';
import { fitText, type FittedText, type FontFace, type Measure } from './text';

/** `x` is the left edge for `left`, the right one for `right`; `y` is the top of the first line. */
export type TextBlock = {
	lines: string[];
	face: FontFace;
	size: number;
	color: string;
	align: 'left' | 'right';
	direction: 'ltr' | 'rtl';
	x: number;
	y: number;
	width: number;
	leading: number;
};

export type ThreadBlock = {
	estimate: CardEstimate;
	other?: CardEstimate;
	x: number;
	y: number;
	width: number;
	height: number;
	size: number;
};

/** `start` counts from the side where reading begins, so that a card mirrors by itself. */
type Spot = { start: number; y: number; width: number; align?: 'start' | 'end' };

type Style = {
	face: 'serif' | 'sans';
	weight: number;
	color: string;
	size: number;
	smallest?: number;
	lines?: number;
	/** An address reads from left to right in every language. */
	direction?: 'ltr';
};

export class Sheet {
	readonly texts: TextBlock[] = [];
	readonly threads: ThreadBlock[] = [];
	readonly palette: CardPalette;
	readonly #leadings: { serif: number; sans: number };
	readonly #measure: Measure;
	readonly #model: CardModel;
	readonly #width: number;

	constructor(measure: Measure, model: CardModel, width: number) {
		this.#measure = measure;
		this.#model = model;
		this.#width = width;
		this.palette = { ...CARD_PALETTES[model.theme], ...CARD_FACES[model.script] };
		this.#leadings = SCRIPTS[model.script].card;
	}

	leading(face: Style['face']): number {
		return this.#leadings[face];
	}

	line(size: number, face: Style['face'] = 'sans'): number {
		return Math.round(size * this.#leadings[face]);
	}

	fit(words: string, { width }: Spot, { face, weight, size, smallest, lines }: Style): FittedText {
		return fitText(
			this.#measure,
			words,
			{ weight, family: this.palette[face] },
			{
				width,
				lines: lines ?? 1,
				largest: size,
				smallest: smallest ?? Math.round(size * 0.6)
			}
		);
	}

	/** Places a text, shrunk until it fits; its height is known only then. */
	text(words: string, spot: Spot, style: Style): TextBlock & { height: number } {
		const face = { weight: style.weight, family: this.palette[style.face] };
		const fitted = this.fit(words, spot, style);
		const fromLeft = (this.#model.direction === 'ltr') === ((spot.align ?? 'start') === 'start');
		const left = this.#left(spot);
		const leading = this.line(fitted.size, style.face);
		const block = {
			...fitted,
			face,
			color: style.color,
			align: fromLeft ? ('left' as const) : ('right' as const),
			direction: style.direction ?? this.#model.direction,
			x: fromLeft ? left : left + spot.width,
			y: spot.y,
			width: spot.width,
			leading,
			height: leading * fitted.lines.length
		};
		this.texts.push(block);
		return block;
	}

	/** Places a thread whose pegs stand at the ends of the spot; returns its height. */
	thread(hanging: Pick<ThreadBlock, 'estimate' | 'other'>, spot: Spot, size: number): number {
		const height = size * 2.4;
		// The bead and the pegs reach beyond the ends of the scale.
		this.threads.push({
			...hanging,
			x: this.#left(spot) - size,
			y: spot.y,
			width: spot.width + 2 * size,
			height,
			size
		});
		return height;
	}

	#left({ start, width }: Spot): number {
		return this.#model.direction === 'ltr' ? start : this.#width - start - width;
	}
}
