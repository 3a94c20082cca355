export { Hub } from './hub';
export { eventStream } from './response';
