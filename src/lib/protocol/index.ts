export * from './actions';
export * from './pass';
export * from './refusals';
export * from './requests';
export * from './snapshots';
