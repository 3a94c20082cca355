export { Device, type Migration, type Reading, type Shelf, type Writing } from './device';
