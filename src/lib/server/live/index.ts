export { Hub } from './hub';
