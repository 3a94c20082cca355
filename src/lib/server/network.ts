import ipaddr from 'ipaddr.js';
import { networkInterfaces } from 'node:os';

/** Returns the IPv4 addresses under which others on the same network reach this machine. */
export function networkAddresses(): string[] {
	return Object.values(networkInterfaces())
		.flatMap((entries) => entries ?? [])
		.filter((entry) => entry.family === 'IPv4' && !entry.internal)
		.map((entry) => entry.address);
}

/** Whether a name leads to this machine only when asked on it. */
export function isOnlyHere(hostname: string): boolean {
	const name = hostname.replace(/^\[|\]$/g, '');
	return name === 'localhost' || (ipaddr.isValid(name) && ipaddr.parse(name).range() === 'loopback');
}

/**
 * Returns where others find what a browser on this machine calls localhost; none for an address that others can use too.
 * @param url as the visitor wrote it
 */
export function addressesForOthers(url: URL): string[] {
	if (!isOnlyHere(url.hostname)) return [];
	return networkAddresses().map((address) => `${url.protocol}//${address}${url.port ? `:${url.port}` : ''}`);
}
