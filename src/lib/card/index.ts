export * from './model';
export { CARD_PALETTES } from './palettes';
export { layOutCard, type CardLayout, type TextBlock, type ThreadBlock } from './layout';
export { drawCard, paintText, type CardTools } from './draw';
