export * from './model';
export { layOutSlide, type SlideLayout } from './layout';
export { drawSlide } from './draw';
