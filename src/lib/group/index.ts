export * from './settings';
export * from './session';
export * from './picture';
export * from './code';
export * from './display-order';
export * from './report';
