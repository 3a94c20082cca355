import { isIPv6 } from 'node:net';
import { networkAddresses } from '../src/lib/server/network.ts';

/** The addresses to type into a browser: the first is for this machine, the others are for the people around it. */
export function addresses(host: string | undefined, port: number): string[] {
	const everywhere = host === undefined || host === '::' || host === '0.0.0.0';
	const names = everywhere ? ['localhost', ...networkAddresses()] : [host];
	return names.map((name) => `http://${isIPv6(name) ? `[${name}]` : name}:${port}`);
}
