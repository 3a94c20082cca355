export { LiveConnection, type Audience, type Link } from './live-connection.svelte';
export { Participant, type SeatNotice, type SeatState } from './participant.svelte';
export { SEATS_PREFIX, type SeatChoice } from './saved';
export { Host, type HostNotice, type HostAction } from './host.svelte';
