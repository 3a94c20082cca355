export { Attendance } from './attendance';
export { Hub } from './hub';
