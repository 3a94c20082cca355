export { Device, type Migration, type Reading, type Shelf, type Writing } from './device';
export { follow } from './follow';
