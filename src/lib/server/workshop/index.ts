export type { Workshop } from './record';
export { participantOf } from './seats';
export { Workshops, type Created } from './workshops';
