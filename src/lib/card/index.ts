export * from './model';
export { CARD_FACES, CARD_PALETTES } from './palettes';
export { layOutCard, type CardLayout } from './layout';
export type { KnotBlock, TextBlock, ThreadBlock } from './sheet';
export { drawCard, paintText, type CardTools } from './draw';
