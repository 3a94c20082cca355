import { givenTo } from '$lib/group';
import type { SharedSnapshot } from '$lib/protocol';
import type { Participant, SeatChoice } from '$lib/live';
import {
	formOfScenes,
	isScenarioId,
	isScored,
	type ByScene,
	type Form,
	type KeyVersion,
	type ScenarioId
} from '$lib/questions';
import type { SavedResult } from '$lib/quiz';
import { codeOf } from '$lib/quiz/code-of';
import { missingAnswers, type Answers } from '$lib/scoring';

/** Snapshots that were saved before there was a second version of the key name none. */
export function versionOf(
	snapshot: Partial<Pick<SharedSnapshot, 'keyVersion'>> | null | undefined
): KeyVersion {
	return snapshot?.keyVersion ?? 1;
}

/** Without answers to scenes that the host wrote, which count for no score. */
function scoredOf<T>(byScene: ByScene<T>): Partial<Record<ScenarioId, T>> {
	return Object.fromEntries(Object.entries(byScene).filter(([scene]) => isScenarioId(scene)));
}

const answersIn = (choices: ReturnType<typeof scoredOf<SeatChoice>>): Answers =>
	Object.fromEntries(Object.entries(choices).map(([scene, { rung }]) => [scene, rung]));

function formIn({ scenes, ...snapshot }: SharedSnapshot, answers: Answers): Form {
	return formOfScenes(scenes.filter(isScored), Object.keys(answers).length, versionOf(snapshot));
}

export function resultOf(
	{ choices: all, code }: Pick<Participant, 'choices' | 'code'>,
	snapshot: SharedSnapshot,
	now: Date
): SavedResult | null {
	const choices = scoredOf(all);
	const answers = answersIn(choices);
	const form = formIn(snapshot, answers);
	const link = codeOf(answers, form);
	if (!link) return null;
	return {
		// The same for the same round, so that a result filed twice is one.
		seed: Number.parseInt(code, 36) * 100 + snapshot.round,
		form: form.id,
		version: form.version,
		workshop: code,
		code: link,
		at: now.toISOString(),
		choices: Object.fromEntries(
			Object.entries(givenTo('once', choices)).map(([scene, { rung, position, milliseconds }]) => [
				scene,
				{ rung, position, milliseconds }
			])
		)
	};
}

export function missingForResult(
	{ choices }: Pick<Participant, 'choices'>,
	snapshot: SharedSnapshot
): number {
	const answers = answersIn(scoredOf(choices));
	return missingAnswers(answers, formIn(snapshot, answers));
}
