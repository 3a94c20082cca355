export * from './card';
export { headlineOf } from './headline';
