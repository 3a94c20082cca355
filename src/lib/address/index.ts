export * from './locale';
export * from './embed';
export { ownPath } from './own-path';
export { isBare } from './bare';
export * from './card-path';
