export { Device, KEY_PREFIX, type Migration, type Reading, type Slot, type Writing } from './device';
export { follow } from './follow';
