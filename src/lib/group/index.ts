export * from './settings';
export * from './session';
export * from './picture';
export * from './snapshot';
export * from './code';
export * from './room-order';
export * from './report';
