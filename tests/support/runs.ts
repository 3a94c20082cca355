import {
	FORMS,
	KEY_VERSION,
	sheetFor,
	type FormId,
	type Rung,
	type ScenarioId
} from '../../src/lib/questions';
import { encode } from '../../src/lib/result';
import { score } from '../../src/lib/scoring';

/** The vector of the measurement notes, in the order of the key: 65 of 100, probably between 57 and 73. */
export const RUNGS: readonly Rung[] = [3, 2, 3, 4, 1, 3, 3, 2, 2, 3, 4, 3, 2, 3, 1, 3, 3, 2, 3, 2];

export const runKey = (form: FormId = 'full') => `no-strings:run:${form}`;
export const RESULTS_KEY = 'no-strings:results';

type Choices = Partial<Record<ScenarioId, { rung: Rung; position: number; milliseconds: number }>>;
export type Run = {
	schemaVersion: 1;
	form: FormId;
	version: typeof KEY_VERSION;
	seed: number;
	choices: Choices;
	skipped: ScenarioId[];
	at: number;
	finished: { at: string; code: string } | null;
};

export type Wanted = {
	form?: FormId;
	seed?: number;
	/** How many scenes are answered, from the first one shown. */
	answered?: number;
	/** How many more are skipped after those. */
	skipped?: number;
	at?: number;
	rungs?: readonly Rung[];
};

/** A run as the quiz would have saved it after so many scenes. */
export function runWith(wanted: Wanted = {}): Run {
	const { form = 'full', seed = 7, answered = 0, skipped = 0, rungs = RUNGS } = wanted;
	const sheet = sheetFor(FORMS[form], seed);
	const choices: Choices = {};
	for (const { scene, rungs: shown } of sheet.slice(0, answered)) {
		const rung = rungs[FORMS.full.scenarioIds.indexOf(scene)] as Rung;
		choices[scene] = { rung, position: shown.indexOf(rung), milliseconds: 9000 };
	}
	const left = sheet.slice(answered, answered + skipped).map(({ scene }) => scene);
	const at = wanted.at ?? Math.min(answered + skipped, sheet.length - 1);
	return { schemaVersion: 1, form, version: KEY_VERSION, seed, choices, skipped: left, at, finished: null };
}

/** The code of the result that a run gives. */
export function codeOf(run: Run): string {
	const answers = Object.fromEntries(Object.entries(run.choices).map(([id, { rung }]) => [id, rung]));
	const profile = score(answers, FORMS[run.form]);
	if (!profile) throw new Error('too few answers for a code');
	return encode(profile);
}

export const CODE = codeOf(runWith({ answered: 20 }));
/** Somebody else's: every choice one rung lower, where there is one. */
export const OTHER_CODE = codeOf(
	runWith({ answered: 20, rungs: RUNGS.map((rung) => Math.max(0, rung - 1) as Rung) })
);
export const SHORT_CODE = codeOf(runWith({ form: 'short', answered: 10 }));

/** A finished run, and what the list of results holds about it. */
export function finishedRun(wanted: Wanted = {}, day = '2026-11-23') {
	const form = wanted.form ?? 'full';
	const run = runWith({ answered: FORMS[form].scenarioIds.length, ...wanted });
	const code = codeOf(run);
	const at = `${day}T09:30:00.000Z`;
	run.finished = { at, code };
	return {
		run,
		code,
		result: { seed: run.seed, form, version: KEY_VERSION, code, at, choices: run.choices }
	};
}
