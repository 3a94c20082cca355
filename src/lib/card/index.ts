export * from './model';
export { CARD_FACES, CARD_PALETTES } from './palettes';
export { layOutCard, type CardLayout } from './layout';
export { Sheet, type KnotBlock, type SheetLook, type TextBlock, type ThreadBlock } from './sheet';
export { drawCard, paintText } from './draw';
export type { Measure } from './text';
