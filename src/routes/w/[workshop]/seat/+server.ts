import * as v from 'valibot';
import { LANGUAGES } from '$lib/questions';
import {
	addressOf,
	answering,
	codeIn,
	guarded,
	isSecret,
	keepSecret,
	limits,
	readBody,
	secretOf,
	workshops
} from '$lib/server/workshop';
import type { RequestHandler } from './$types';

const BodySchema = v.strictObject({
	/** Made by the phone, so that a request whose answer got lost can be repeated and takes the same seat. */
	seat: v.pipe(v.string(), v.check(isSecret)),
	language: v.picklist(LANGUAGES)
});

/** Somebody sits down. A browser that has a seat keeps it: two tabs are one participant. */
export const POST: RequestHandler = (event) =>
	answering(async () => {
		const code = codeIn(event.params);
		const { cookies, url, request } = event;
		const { seat, language } = await readBody(request, BodySchema);
		const held = secretOf(cookies, url, 'seat', code) ?? seat;
		await limits().count('joins', addressOf(event));
		await guarded(event, code, () => workshops().join(code, held, language));
		const { room } = await workshops().snapshots(code);
		keepSecret(cookies, url, 'seat', code, held, Date.parse(room.keptUntil));
		return { snapshot: room, own: await workshops().answersOf(code, held) };
	});
