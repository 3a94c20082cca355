export type { Workshop } from './record';
export { Workshops, type Created } from './workshops';
