export * from './locale';
export * from './embed';
export * from './canonical';
export { ownPath } from './own-path';
export { isBare } from './bare';
export * from './card-path';
