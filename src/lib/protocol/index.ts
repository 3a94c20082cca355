export * from './actions';
export * from './refusals';
export * from './requests';
export * from './snapshots';
