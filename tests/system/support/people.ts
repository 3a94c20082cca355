import type { Rung, ScenarioId } from '../../../src/lib/questions';
import type { LiveWorkshop, Visitor } from '../../e2e/support/workshop-api';

/** What the server has of somebody; undefined where it has no answer. */
export async function ownAnswer(
	{ path }: Pick<LiveWorkshop, 'path'>,
	person: Visitor,
	scene: ScenarioId
): Promise<Rung | undefined> {
	const { status, text } = await person.ask(`${path}/state`);
	if (status !== 200) throw new Error(`the state was refused: ${status} ${text}`);
	const { own } = JSON.parse(text) as { own: { answers: Partial<Record<ScenarioId, Rung>> } | null };
	if (!own) throw new Error('the seat is gone');
	return own.answers[scene];
}
