import type { IncomingMessage } from 'node:http';
import { CODE_ALPHABET, CODE_LENGTH } from '../../group';
import type { Config } from '../config';
import type { Keeping } from './cookies';
import type { WorkshopVisitor } from './guards';

/** As the app writes addresses. */
const ADDRESS = new RegExp(`^/w/([${CODE_ALPHABET}]{${CODE_LENGTH}})/([a-z]+)(?:\\?(pass=[0-9A-Za-z]*))?$`);

/** Kit refuses others, or takes them for a path. */
const HOST = /^[\w.-]+(?::(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-5]\d{2}))?$/;

/** Characters of cookies that stand for others. */
const ENCODED = /[%"\\]/;

type Trust = Pick<Config, 'origin' | 'protocolHeader' | 'addressHeader' | 'xffDepth'>;

export type DirectVisit = {
	visitor: WorkshopVisitor & Keeping<'set'>;
	door: string;
	/** What goes with the reply, as `set-cookie` has it. */
	setCookies: string[];
};

/** Reads what Kit and its adapter would read the same; null for all that only they know how to read, or refuse. */
export function readDirectVisit(req: IncomingMessage, trust: Trust): DirectVisit | null {
	const [, workshop, door, search] = ADDRESS.exec(req.url ?? '') ?? [];
	if (workshop === undefined || door === undefined) return null;
	const { cookie = '', host } = req.headers;
	const protocol = protocolOf(req, trust);
	if (!protocol || !host || !(trust.origin || HOST.test(host)) || ENCODED.test(cookie)) return null;
	const setCookies: string[] = [];
	const visitor: DirectVisit['visitor'] = {
		params: { workshop },
		url: {
			protocol,
			get searchParams() {
				return new URLSearchParams(search);
			}
		},
		cookies: {
			get: (name) => cookieIn(cookie, name),
			set: (name, value, options) => void setCookies.push(written(name, value, options))
		},
		getClientAddress: () => clientAddressOf(req, trust)
	};
	return { visitor, door, setCookies };
}

function protocolOf({ headers }: IncomingMessage, { origin, protocolHeader }: Trust): string | null {
	if (origin) return origin.startsWith('https:') ? 'https:' : 'http:';
	const named = protocolHeader && headers[protocolHeader.toLowerCase()];
	return named === 'http' || named === 'https' ? `${named}:` : null;
}

/** @throws where no proxy names the visitor, as Kit's adapter does */
function clientAddressOf({ headers, socket }: IncomingMessage, { addressHeader, xffDepth }: Trust): string {
	if (!addressHeader) return socket.remoteAddress ?? '';
	const name = addressHeader.toLowerCase();
	const value = headers[name];
	if (typeof value !== 'string') throw new Error(`${name} is absent`);
	if (name !== 'x-forwarded-for') return value;
	const address = value.split(',').at(-xffDepth);
	if (address === undefined) throw new Error(`${name} is too short`);
	return address.trim();
}

/** Returns the first cookie of that name. */
function cookieIn(header: string, name: string): string | undefined {
	for (const pair of header.split(';')) {
		const end = pair.indexOf('=');
		if (end !== -1 && pair.slice(0, end).trim() === name) return pair.slice(end + 1).trim();
	}
	return undefined;
}

type CookieOptions = Parameters<DirectVisit['visitor']['cookies']['set']>[2];

/** @param value of letters that stand for themselves */
function written(name: string, value: string, { path, maxAge, secure }: CookieOptions): string {
	return `${name}=${value}; Max-Age=${maxAge}; Path=${path}; HttpOnly; ${secure ? 'Secure; ' : ''}SameSite=Lax`;
}
