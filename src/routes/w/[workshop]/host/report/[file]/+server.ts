import { setImmediate as nextTurn } from 'node:timers/promises';
import { json } from '@sveltejs/kit';
import { csvParts } from '$lib/group/export';
import { localeOf } from '$lib/address';
import { I18n, loadMessages, loadWords } from '$lib/i18n';
import { loadScenes } from '$lib/questions';
import { asHost, respond } from '$lib/server/http';
import { Refusal } from '$lib/server/refusal';
import { workshops } from '$lib/server/services';
import type { Workshop } from '$lib/server/workshop';
import { groupTable, rowsTable, scenesTable } from '../tables';
import type { RequestEvent, RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	respond(() => asHost(event, (workshop) => fileOf(workshop, event)));

async function fileOf(workshop: Workshop, { params, url }: RequestEvent): Promise<Response> {
	const { code, keyVersion } = workshop;
	const locale = localeOf(url.pathname);
	await loadMessages(locale, ['report', 'terms']);
	const i18n = new I18n(() => locale);
	const scenes = await loadWords(locale, (language) => loadScenes(language, keyVersion));
	switch (params.file) {
		case 'scenes.csv':
			return csv(params.file, code, scenesTable(await workshops().report(workshop), scenes, i18n));
		case 'room.csv':
			return csv(params.file, code, groupTable(await workshops().report(workshop), i18n));
		case 'rows.csv':
			return csv(params.file, code, rowsTable(await workshops().rows(workshop), scenes));
		case 'report.json':
			return json(await workshops().report(workshop), { headers: asFile(params.file, code) });
		default:
			throw new Refusal('unknown');
	}
}

function csv(name: string, code: string, table: Parameters<typeof csvParts>[0]): Response {
	return new Response(bytesOf(table), {
		headers: { 'content-type': 'text/csv; charset=utf-8', ...asFile(name, code) }
	});
}

/** Others get their turn between the parts of a large table. */
function bytesOf(table: Parameters<typeof csvParts>[0]): ReadableStream<Uint8Array> {
	const parts = csvParts(table);
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
