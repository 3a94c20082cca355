export { Hub, type Audience } from './hub';
export { eventStream } from './response';
