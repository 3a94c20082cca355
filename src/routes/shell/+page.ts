// The service worker answers with this page without a network: the router then opens what the address asks for.
export const ssr = false;
