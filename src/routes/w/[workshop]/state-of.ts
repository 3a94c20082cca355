import { error } from '@sveltejs/kit';
import { withPass, type SeatState } from '$lib/protocol';

/** Returns null without a network, where a page shows what the device has. */
export async function stateOf(
	code: string,
	pass: string | null,
	fetch: typeof globalThis.fetch
): Promise<SeatState | null> {
	const response = await fetch(withPass(`/w/${code}/state`, pass)).catch(() => null);
	if (response?.ok) return (await response.json()) as SeatState;
	if (response?.status === 404) error(404, { message: 'unknown', workshop: 'unknown' });
	if (response?.status === 410) error(410, { message: 'gone', workshop: 'gone' });
	if (response?.status === 429) error(429, { message: 'tooMany', workshop: 'tooMany' });
	return null;
}
