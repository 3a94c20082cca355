/** A range as the file server understands it: from one byte to a later one, or to the end. */
const SIMPLE = /^bytes=(\d{1,15})-(\d{1,15})?$/;

/**
 * Whether a `Range` header is passed on. Whoever serves may leave any of them unanswered and send the whole file, and
 * must where it makes no sense (RFC 9110, 14.2): so it is for all but the plain ones.
 */
export function isPlainRange(range: string): boolean {
	const [, first, last] = SIMPLE.exec(range) ?? [];
	if (first === undefined) return false;
	// A last byte 0 is taken for none.
	return last === undefined || (Number(last) > 0 && Number(first) <= Number(last));
}
