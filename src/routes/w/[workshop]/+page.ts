import { error, redirect } from '@sveltejs/kit';
import { readCode } from '$lib/group';
import { loadMessages, loadWords, localPath } from '$lib/i18n';
import type { SeatState } from '$lib/live';
import { loadScenes } from '$lib/questions';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent, fetch }) => {
	const { locale } = await parent();
	const code = readCode(params.workshop);
	if (!code) error(404, { message: 'unknown', workshop: 'unknown' });
	if (code !== params.workshop) redirect(308, localPath(locale, `/w/${code}`));
	const [scenes, state] = await Promise.all([
		loadWords(locale, loadScenes),
		stateOf(code, fetch),
		loadMessages(locale, ['phone', 'quiz', 'room', 'terms'])
	]);
	return { code, scenes, state, scripted: true };
};

/** How things stand; null without a network, where the phone shows what it knows. */
async function stateOf(code: string, fetch: typeof globalThis.fetch): Promise<SeatState | null> {
	const response = await fetch(`/w/${code}/state`).catch(() => null);
	if (response?.ok) return (await response.json()) as SeatState;
	if (response?.status === 404) error(404, { message: 'unknown', workshop: 'unknown' });
	if (response?.status === 410) error(410, { message: 'gone', workshop: 'gone' });
	return null;
}
