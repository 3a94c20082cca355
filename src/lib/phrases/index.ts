export * from './card';
export { loadContent } from './content';
export { headlineOf } from './headline';
