export type { Left } from './time-left';
export { LiveConnection, type Link } from './live-connection.svelte';
export { Participant, type SeatNotice } from './participant.svelte';
export { SEATS_PREFIX, type SeatChoice } from './saved';
export { directionOf, Host, type HostNotice } from './host.svelte';
export { HostLink, type HostLinkNotice } from './host-link.svelte';
export { buryHere } from './forget';
export { forgetHosted, hostedHere, rememberHosted, type Hosted } from './hosted';
export { askReport } from './report';
