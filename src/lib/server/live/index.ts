export { Attendance } from './attendance';
export { Hub, type Begin } from './hub';
export { readableOf } from './readable';
