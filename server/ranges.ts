const FIRST_AND_LAST = /^bytes=(\d{1,15})-(\d{1,15})?$/;

/** Whether Kit's file server reads a `Range` header rightly; any other is ignored, as RFC 9110, 14.2 allows. */
export function isPlainRange(range: string): boolean {
	const [, first, last] = FIRST_AND_LAST.exec(range) ?? [];
	if (first === undefined) return false;
	const isZeroTakenForNone = Number(last) === 0;
	return last === undefined || (!isZeroTakenForNone && Number(first) <= Number(last));
}
