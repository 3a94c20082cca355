import { test, type Page } from '@playwright/test';
import {
	FORMS,
	KEY_VERSION,
	sheetFor,
	type FormId,
	type Rung,
	type ScenarioId
} from '../../../src/lib/questions';
import { encode } from '../../../src/lib/result';
import { score } from '../../../src/lib/scoring';

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

type Wanted = {
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

/** Puts values on the device, in place of whatever lay there, before the page under test is opened. */
export async function putOnDevice(
	page: Page,
	values: Record<string, unknown>,
	origin = test.info().project.use.baseURL ?? ''
) {
	const localStorage = Object.entries(values).map(([name, value]) => ({
		name,
		value: typeof value === 'string' ? value : JSON.stringify(value)
	}));
	// A page that is still open would notice, and answer.
	await page.goto('about:blank');
	await page.context().setStorageState({ cookies: [], origins: [{ origin, localStorage }] });
}

/** A finished run with its result, as the quiz leaves them behind. */
export async function putFinishedRun(page: Page, wanted: Wanted = {}, origin?: string) {
	const { run, code, result } = finishedRun(wanted);
	const values = { [runKey(run.form)]: run, [RESULTS_KEY]: { schemaVersion: 1, results: [result] } };
	await putOnDevice(page, values, origin);
	return { run, code };
}

/** What lies on the device under a key, as text. */
export async function onDevice(page: Page, key: string): Promise<string | null> {
	return page.evaluate((name) => localStorage.getItem(name), key);
}

/** The run that lies on the device. */
export async function savedRun(page: Page, form: FormId = 'full'): Promise<Run> {
	return JSON.parse((await onDevice(page, runKey(form))) ?? 'null') as Run;
}
