/** 144 bits from the characters of base64url. Works over plain http as well, unlike `crypto.randomUUID`. */
export function makeSecret(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(18));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_');
}
