import { AnswerRequestSchema, SeatRequestSchema, type AnswerReceipt, type SeatState } from '../../protocol';
import type { Begin } from '../live';
import { attendance, hub, limits, workshops } from '../services';
import { participantOf } from '../workshop';
import { readBody, type Body } from './body';
import { keepSecret, secretOf, type Keeping } from './cookies';
import { addressOf, asAnybody, asSeat, codeIn, type WorkshopVisitor } from './guards';

// What thousands ask in the same moment, whoever has read the request: Kit, or `answersDirectly`.

/** A browser that has a seat keeps it: two tabs are one participant. */
export async function takeSeat(visitor: WorkshopVisitor & Keeping<'set'>, body: Body): Promise<SeatState> {
	const code = codeIn(visitor.params);
	const { seat, language } = await readBody(body, SeatRequestSchema);
	const held = secretOf(visitor, 'seat', code) ?? seat;
	// A seat that exists is not counted as a new one from its address.
	await limits().count('joins', addressOf(visitor), () =>
		workshops()
			.answersOf(code, held)
			.then(
				() => true,
				() => false
			)
	);
	await asAnybody(visitor, code, () => workshops().join(code, held, language));
	const state = await workshops().seatState(code, held);
	attendance().see(code, participantOf(held));
	keepSecret(visitor, 'seat', code, held, state.snapshot.keptUntil);
	return state;
}

/** Resolves once the answer is on the disk. Can be repeated. */
export function recordAnswer(visitor: WorkshopVisitor, body: Body): Promise<AnswerReceipt> {
	return asSeat(visitor, async (code, seat) => {
		const { round, scene, rung, asking } = await readBody(body, AnswerRequestSchema);
		await workshops().answer(code, seat, round, scene, rung, asking);
		return { stored: true };
	});
}

export async function listenToAll(visitor: WorkshopVisitor): Promise<Begin> {
	const code = codeIn(visitor.params);
	const seat = secretOf(visitor, 'seat', code);
	const enter = seat ? () => attendance().enter(code, participantOf(seat)) : undefined;
	return asAnybody(visitor, code, () => hub().listen(code, 'shared', null, enter));
}
