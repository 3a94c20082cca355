import Negotiator from 'negotiator';
import { matchLanguage, type Language } from '../../languages';

const LONGEST_HEADER_CHARACTERS = 500;

/** @param header an `Accept-Language` header such as `es-MX,es;q=0.9,en;q=0.8`; anything else gives null */
export function preferredLanguage(header: string | null): Language | null {
	const headers = { 'accept-language': (header ?? '').slice(0, LONGEST_HEADER_CHARACTERS) };
	return matchLanguage(new Negotiator({ headers }).languages());
}
