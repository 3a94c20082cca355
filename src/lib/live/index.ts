export { LiveConnection, type Audience, type Link } from './live-connection.svelte';
export { Participant, type SeatNotice, type SeatState } from './participant.svelte';
export { SEATS_PREFIX, type SeatChoice } from './saved';
export { Facilitator, type DeskNotice, type HostAction } from './facilitator.svelte';
