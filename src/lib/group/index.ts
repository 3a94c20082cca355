export * from './settings';
export * from './session';
export * from './counts';
export * from './counted-scenes';
export * from './picture';
export * from './code';
export * from './display-order';
export * from './report';
