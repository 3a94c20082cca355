import { isIPv6 } from 'node:net';
import { networkAddresses } from '../src/lib/server/network.ts';

/** Returns this machine's own address first. */
export function addresses(host: string | undefined, port: number): string[] {
	const everywhere = host === undefined || host === '::' || host === '0.0.0.0';
	const names = everywhere ? ['localhost', ...networkAddresses()] : [host];
	return names.map((name) => `http://${isIPv6(name) ? `[${name}]` : name}:${port}`);
}
