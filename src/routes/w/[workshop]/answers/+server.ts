import * as v from 'valibot';
import { isScenarioId, RUNGS, type ScenarioId } from '$lib/questions';
import {
	answering,
	codeIn,
	guardedInside,
	readBody,
	Refusal,
	secretOf,
	workshops
} from '$lib/server/workshop';
import type { RequestHandler } from './$types';

const BodySchema = v.strictObject({
	round: v.pipe(v.number(), v.safeInteger()),
	scene: v.custom<ScenarioId>((value) => typeof value === 'string' && isScenarioId(value)),
	/** Null takes an answer back. */
	rung: v.nullable(v.picklist(RUNGS))
});

/** Somebody answers. Repeated it changes nothing; it is stored for good before it is acknowledged. */
export const POST: RequestHandler = (event) =>
	answering(async () => {
		const code = codeIn(event.params);
		const seat = secretOf(event.cookies, event.url, 'seat', code);
		if (!seat) throw new Refusal('noSeat');
		const { round, scene, rung } = await readBody(event.request, BodySchema);
		await guardedInside(event, code, () => workshops().answer(code, seat, round, scene, rung));
		return { stored: true };
	});
