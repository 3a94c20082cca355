export * from './schema';
export * from './scene';
export * from './check';
export * from './hints';
export { isEqual, merge, transplant, type Merged } from './merge';
export { formAsOwnScenes } from './form-a';
export { visible } from './visible';
export { writeScenes } from './write-file';
