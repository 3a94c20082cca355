import type { Form, Rung, SayingKind, ScenarioId } from '../questions';
import type { Answers } from './answers';

const ENDS: readonly Rung[] = [0, 4, 1];
const MOST = 3;
const ENOUGH = 2;

/** Prefers the ends of the ladder, where something goes unsaid, and as many kinds of sentence as there are. */
export function scenesToSay(
	answers: Answers,
	form: Form,
	kindOf: (scene: ScenarioId) => SayingKind | undefined
): ScenarioId[] {
	const offered = form.scenarioIds.filter((id) => answers[id] !== undefined && kindOf(id));
	const ends = ENDS.flatMap((rung) => offered.filter((id) => answers[id] === rung));
	const firstOfKind = ends.filter((id, i) => ends.findIndex((one) => kindOf(one) === kindOf(id)) === i);
	const chosen = [...new Set([...firstOfKind, ...ends])].slice(0, MOST);
	const others = offered.filter((id) => !ends.includes(id));
	return [...chosen, ...others.slice(0, Math.max(0, ENOUGH - chosen.length))];
}
