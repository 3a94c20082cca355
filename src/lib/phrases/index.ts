export * from './card';
export { loadContent } from './content';
export { headlineOf, senseOf } from './headline';
export * from './preview';
