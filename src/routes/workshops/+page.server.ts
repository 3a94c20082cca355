import { fail } from '@sveltejs/kit';
import { localeOf, localPath, type Locale } from '$lib/address';
import { loadWords } from '$lib/i18n';
import { loadScenes, type ScenarioId } from '$lib/questions';
import { addressOf, readForm, refusalOf } from '$lib/server/http';
import { addressesForOthers } from '$lib/server/network';
import { Refusal } from '$lib/server/refusal';
import { config, limits, workshops } from '$lib/server/services';
import type { Created } from '$lib/server/workshop';
import { readOpening, type Faults, type Opening } from './opening';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const WRONG_INPUT = 400;
const WRONG_PASSPHRASE: Faults = { passphrase: 'passphrase.wrong' };

export const load: PageServerLoad = async ({ url }) => ({
	scenes: await toPickFrom(localeOf(url.pathname)),
	needsPassphrase: config().workshopPassphrase !== undefined,
	/** Addresses at which other devices find this page, where this one works here only. */
	elsewhere: addressesForOthers(url).map((origin) => origin + url.pathname),
	deleted: url.searchParams.has('deleted'),
	handedBack: url.searchParams.has('handedBack')
});

export const actions: Actions = {
	default: async (event) => {
		const { request, url, setHeaders } = event;
		// The answer holds the only copy of the host's link.
		setHeaders({ 'cache-control': 'no-store' });
		const opening = readOpening(await readForm(request));
		const { typed } = opening;
		if (!opening.ok) return fail(WRONG_INPUT, { typed, faults: opening.faults });
		const opened = await open(event, opening).catch(refusalOf);
		if (opened instanceof Refusal) {
			const refused = opened.reason === 'tooMany' ? 'tooMany' : 'unavailable';
			return fail(opened.status, { typed, faults: {}, refused } as const);
		}
		if (!opened.ok) return fail(WRONG_INPUT, { typed, faults: WRONG_PASSPHRASE });
		const path = localPath(localeOf(url.pathname), `/w/${opened.code}/host`);
		return { opened: { code: opened.code, link: `${url.origin}${path}?key=${opened.key}` } };
	}
};

async function open(
	event: RequestEvent,
	{ settings, own, passphrase }: Extract<Opening, { ok: true }>
): Promise<Created> {
	const address = addressOf(event);
	await limits().admit('wrongPassphrases', address);
	if (workshops().mayCreate(passphrase)) await limits().count('openings', address);
	else await limits().note('wrongPassphrases', address);
	return workshops().create(settings, passphrase, own);
}

async function toPickFrom(locale: Locale) {
	const scenes = Object.entries(await loadWords(locale, loadScenes));
	return Object.fromEntries(scenes.map(([scene, { title, stem }]) => [scene, { title, stem }])) as Record<
		ScenarioId,
		{ title: string; stem: string }
	>;
}
