import { CARD_SIZES, drawCard, type CardModel } from '../card';
import { pngOf } from './canvas';

export function cardPicture(model: CardModel): Promise<Blob> {
	return pngOf(CARD_SIZES[model.shape], model.script, model.words, (context) => drawCard(context, model));
}
