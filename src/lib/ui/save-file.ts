/** A browser may begin to read what it saves only after a while. */
const KEPT_MS = 60_000;

export function saveFile(content: Blob, name: string): void {
	const href = URL.createObjectURL(content);
	Object.assign(document.createElement('a'), { href, download: name }).click();
	setTimeout(() => URL.revokeObjectURL(href), KEPT_MS);
}
