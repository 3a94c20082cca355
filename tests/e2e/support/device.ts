import { test, type Page } from '@playwright/test';
import type { FormId } from '../../../src/lib/questions';
import { finishedRun, RESULTS_KEY, runKey, type Run, type Wanted } from '../../support/runs';

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
