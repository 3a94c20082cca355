import { networkInterfaces } from 'node:os';

/** The IPv4 addresses under which others on the same network reach this machine; what phones in a room can type. */
export function networkAddresses(): string[] {
	return Object.values(networkInterfaces())
		.flatMap((entries) => entries ?? [])
		.filter((entry) => entry.family === 'IPv4' && !entry.internal)
		.map((entry) => entry.address);
}

/** Whether only this machine knows itself under that name. */
export function isOnlyHere(hostname: string): boolean {
	return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

/**
 * Where phones find what a browser on this machine calls localhost; none where the address is one that others know too.
 * @param url as the visitor wrote it
 */
export function addressesForOthers(url: URL): string[] {
	if (!isOnlyHere(url.hostname)) return [];
	return networkAddresses().map((address) => `${url.protocol}//${address}${url.port ? `:${url.port}` : ''}`);
}
