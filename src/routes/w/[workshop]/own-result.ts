import type { SharedSnapshot } from '$lib/protocol';
import type { Participant } from '$lib/live';
import { formOfScenes, type KeyVersion } from '$lib/questions';
import type { SavedResult } from '$lib/quiz';
import { codeOf } from '$lib/quiz/code-of';
import { missingAnswers } from '$lib/scoring';

/** Snapshots that were saved before there was a second version of the key name none. */
export function versionOf(
	snapshot: Partial<Pick<SharedSnapshot, 'keyVersion'>> | null | undefined
): KeyVersion {
	return snapshot?.keyVersion ?? 1;
}

export function resultOf(
	{ answers, choices, code }: Pick<Participant, 'answers' | 'choices' | 'code'>,
	snapshot: SharedSnapshot,
	now: Date
): SavedResult | null {
	const form = formOfScenes(snapshot.scenes, Object.keys(answers).length, versionOf(snapshot));
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
			Object.entries(choices).map(([scene, { rung, position, milliseconds }]) => [
				scene,
				{ rung, position, milliseconds }
			])
		)
	};
}

export function missingForResult(
	{ answers }: Pick<Participant, 'answers'>,
	snapshot: SharedSnapshot
): number {
	return missingAnswers(
		answers,
		formOfScenes(snapshot.scenes, Object.keys(answers).length, versionOf(snapshot))
	);
}
