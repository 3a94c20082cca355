// An empty page that the service worker answers with when there is no network: the router then opens
// whatever the address asks for, from what is kept on the device.
export const ssr = false;
