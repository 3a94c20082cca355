import ipaddr from 'ipaddr.js';
import { networkInterfaces } from 'node:os';

export function networkAddresses(): string[] {
	return Object.values(networkInterfaces())
		.flatMap((entries) => entries ?? [])
		.filter((entry) => entry.family === 'IPv4' && !entry.internal)
		.map((entry) => entry.address);
}

export function isOnlyHere(hostname: string): boolean {
	const name = hostname.replace(/^\[|\]$/g, '');
	return name === 'localhost' || (ipaddr.isValid(name) && ipaddr.parse(name).range() === 'loopback');
}

/** Returns where others find what a browser here calls localhost; none for an address that others can use too. */
export function addressesForOthers(url: URL): string[] {
	if (!isOnlyHere(url.hostname)) return [];
	return networkAddresses().map((address) => `${url.protocol}//${address}${url.port ? `:${url.port}` : ''}`);
}
