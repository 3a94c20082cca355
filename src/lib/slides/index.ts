export * from './model';
export { layOutSlide, type SlideLayout } from './layout';
export { drawSlide, type SlideTools } from './draw';
