export * from './card';
export { loadContent } from './content';
export { headlineOf, senseOf } from './headline';
export * from './preview';
export { hasString, slidesOf, type NamedSlide } from './slides';
