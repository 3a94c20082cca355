import * as v from 'valibot';
import {
	FORM_IDS,
	formOf,
	KEY_VERSIONS,
	RUNGS,
	ScenarioIdSchema,
	type FormId,
	type ScenarioId
} from '../questions';
import type { Answers } from '../scoring';
import { KEY_PREFIX, type Slot } from '../device';

export const WhenSchema = v.pipe(v.string(), v.isoTimestamp());

const ChoiceSchema = v.object({
	rung: v.picklist(RUNGS),
	/** From 0 for the top; unknown, as the time is, where a workshop's answer came back from the server. */
	position: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4))),
	/** From the scene's appearance to the first choice. */
	milliseconds: v.optional(v.pipe(v.number(), v.minValue(0)))
});
export type Choice = v.InferOutput<typeof ChoiceSchema>;

export const ChoicesSchema = v.record(ScenarioIdSchema, ChoiceSchema);
export type Choices = Partial<Record<ScenarioId, Choice>>;

export function answersOf(choices: Choices): Answers {
	return Object.fromEntries(Object.entries(choices).map(([id, choice]) => [id, choice.rung]));
}

const RunSchema = v.object({
	schemaVersion: v.literal(1),
	form: v.picklist(FORM_IDS),
	/** Of the key; runs older than the second version carry none. */
	version: v.optional(v.picklist(KEY_VERSIONS), 1),
	/** Gives the order of scenes and options: see `sheetFor`. */
	seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff)),
	choices: ChoicesSchema,
	skipped: v.array(ScenarioIdSchema),
	at: v.pipe(v.number(), v.integer(), v.minValue(0)),
	finished: v.nullable(v.object({ at: WhenSchema, code: v.string() }))
});
export type SavedRun = v.InferOutput<typeof RunSchema> & { choices: Choices };

/** Other scenes would be counted as answers and never shown. */
function keepsToItsForm({ form, version, choices, skipped }: SavedRun): boolean {
	const scenes: readonly string[] = formOf(form, version).scenarioIds;
	return [...Object.keys(choices), ...skipped].every((scene) => scenes.includes(scene));
}

export function runSlot(form: FormId): Slot<SavedRun> {
	const schema = v.pipe(
		RunSchema as v.GenericSchema<unknown, SavedRun>,
		v.check((run) => run.form === form && keepsToItsForm(run))
	);
	return {
		key: `${KEY_PREFIX}run:${form}`,
		schema,
		migrations: [],
		merge: ({ choices }, back) => (Object.keys(choices).length > 0 ? null : back)
	};
}

/** Holds what "start over" put away, until the new run has an answer. */
export function previousRunSlot(form: FormId): Slot<SavedRun> {
	return { ...runSlot(form), key: `${KEY_PREFIX}run:${form}:previous` };
}

/** In what readers see as characters. */
export const LONGEST_INTENTION = 200;

const IntentionSchema = v.object({
	schemaVersion: v.literal(1),
	text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxGraphemes(LONGEST_INTENTION))
});
export type SavedIntention = v.InferOutput<typeof IntentionSchema>;

/** Nothing else reads it: it is in no link and no workshop. */
export const intentionSlot: Slot<SavedIntention> = {
	key: `${KEY_PREFIX}intention`,
	schema: IntentionSchema,
	migrations: []
};
