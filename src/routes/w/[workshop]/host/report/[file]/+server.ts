import { setImmediate as nextTurn } from 'node:timers/promises';
import { json } from '@sveltejs/kit';
import { csvParts, type Separator } from '$lib/group/export';
import { localeOf } from '$lib/address';
import { I18n, languageOf, loadMessages, loadWords } from '$lib/i18n';
import { withOwnScenes } from '$lib/own-scenes';
import { loadScenes } from '$lib/questions';
import { asHost, respond } from '$lib/server/http';
import { Refusal } from '$lib/server/refusal';
import { workshops } from '$lib/server/services';
import type { Workshop } from '$lib/server/workshop';
import { readFileName } from '../files';
import { groupTable, rowsTable, scenesTable, type Table } from '../tables';
import type { RequestEvent, RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	respond(() => asHost(event, (workshop) => fileOf(workshop, event)));

async function fileOf(workshop: Workshop, { params, url }: RequestEvent): Promise<Response> {
	const { code, keyVersion } = workshop;
	const file = readFileName(params.file);
	if (!file) throw new Refusal('unknown');
	const locale = localeOf(url.pathname);
	await loadMessages(locale, ['report', 'terms']);
	const i18n = new I18n(() => locale);
	const own = await workshops().ownScenesOf(workshop);
	const ours = await loadWords(locale, (language) => loadScenes(language, keyVersion));
	const scenes = withOwnScenes(ours, own, languageOf(locale));
	const headers = asFile(params.file, code);
	switch (file.holds) {
		case 'scenes':
			return csv(scenesTable(await workshops().report(workshop), scenes, i18n), file.separator, headers);
		case 'room':
			return csv(groupTable(await workshops().report(workshop), scenes, i18n), file.separator, headers);
		case 'rows':
			return csv(rowsTable(await workshops().rows(workshop), scenes), file.separator, headers);
		case 'report':
			return json(await workshops().report(workshop), { headers });
	}
}

function csv(table: Table, separator: Separator, headers: Record<string, string>): Response {
	return new Response(bytesOf(csvParts(table, separator)), {
		headers: { 'content-type': 'text/csv; charset=utf-8', ...headers }
	});
}

/** Others get their turn between the parts of a large table. */
function bytesOf(parts: Generator<string>): ReadableStream<Uint8Array> {
	return new ReadableStream({
		async pull(controller) {
			await nextTurn();
			const part = parts.next();
			if (part.done) controller.close();
			else controller.enqueue(new TextEncoder().encode(part.value));
		}
	});
}

function asFile(name: string, code: string): Record<string, string> {
	return {
		'content-disposition': `attachment; filename="no-strings-${code}-${name}"`,
		'cache-control': 'no-store'
	};
}
