import { AnswerRequestSchema, type AnswerReceipt } from '../../protocol';
import type { Begin } from '../live';
import { attendance, hub, workshops } from '../services';
import { participantOf } from '../workshop';
import { readBody, type Body } from './body';
import { secretOf } from './cookies';
import { asAnybody, asSeat, codeIn, type WorkshopVisitor } from './guards';

// What thousands ask in the same moment, whoever has read the request: Kit, or `answersDirectly`.

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
