/** Unicode's FSI and PDI: what stands between them has its own direction. */
export const ISOLATE = '\u2068';
export const END_ISOLATE = '\u2069';

/** Isolates a person's text, so that its direction cannot turn ours round, and drops control characters and overrides. */
export function isolated(text: string): string {
	const plain = text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').trim();
	return ISOLATE + plain + END_ISOLATE;
}
