export * from './model';
export { CARD_FACES, CARD_PALETTES } from './palettes';
export { layOutCard, type CardLayout } from './layout';
export { Sheet, type KnotBlock, type SheetLook, type TextBlock, type ThreadBlock } from './sheet';
export { drawCard, paintChart, paintText, type CardTools } from './draw';
export type { Measure } from './text';
