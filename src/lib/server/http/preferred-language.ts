import Negotiator from 'negotiator';
import { matchLanguage, type Language } from '../../languages';

/** As much as is read of a header, in characters. */
const LONGEST_HEADER = 500;

/**
 * Returns the first language that we have among those that a browser asks for, best first.
 * @param header an `Accept-Language` header such as `es-MX,es;q=0.9,en;q=0.8`; anything else gives null
 */
export function preferredLanguage(header: string | null): Language | null {
	const headers = { 'accept-language': (header ?? '').slice(0, LONGEST_HEADER) };
	return matchLanguage(new Negotiator({ headers }).languages());
}
