import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** The addresses to type into a browser: the first is for this machine, the others are for the people around it. */
export function addresses(host: string | undefined, port: number): string[] {
	const everywhere = host === undefined || host === '::' || host === '0.0.0.0';
	const names = everywhere ? ['localhost', ...networkAddresses()] : [host];
	return names.map((name) => `http://${isIPv6(name) ? `[${name}]` : name}:${port}`);
}

function networkAddresses() {
	return Object.values(networkInterfaces())
		.flatMap((entries) => entries ?? [])
		.filter((entry) => entry.family === 'IPv4' && !entry.internal)
		.map((entry) => entry.address);
}
