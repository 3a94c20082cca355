import type { Form, Rung, SayingKind, ScenarioId } from '../questions';
import type { Answers } from './answers';

/** Rungs on which a sentence helps most: at an end something goes unsaid. */
const ENDS: readonly Rung[] = [0, 4, 1];
const MOST = 3;
const ENOUGH = 2;

/**
 * The scenes for which to offer a sentence: those answered at the ends of the ladder, rung 0 first, of as many
 * kinds as there are; where these are fewer than two, others of the person's scenes. Never a skipped one.
 * @param kindOf the kind of sentence that a scene has; undefined where it has none
 * @returns up to three scenes; fewer, or none, where scenes have no sentence
 */
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
