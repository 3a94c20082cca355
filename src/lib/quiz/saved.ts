import * as v from 'valibot';
import {
	FORM_IDS,
	formOf,
	KEY_VERSIONS,
	RESULT_FORM_IDS,
	RUNGS,
	ScenarioIdSchema,
	type FormId,
	type ScenarioId
} from '../questions';
import type { Answers } from '../scoring';
import { KEY_PREFIX, type Slot } from '../device';

const WhenSchema = v.pipe(v.string(), v.isoTimestamp());

const ChoiceSchema = v.object({
	rung: v.picklist(RUNGS),
	/** Where the option stood, 0 to 4 from the top. */
	position: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)),
	/** From the scene's appearance to the first choice, in ms. Only for the note about quick answers. */
	milliseconds: v.pipe(v.number(), v.minValue(0))
});
export type Choice = v.InferOutput<typeof ChoiceSchema>;

const ChoicesSchema = v.record(ScenarioIdSchema, ChoiceSchema);
export type Choices = Partial<Record<ScenarioId, Choice>>;

/** The rungs of some choices: what scoring asks for. */
export function answersOf(choices: Choices): Answers {
	return Object.fromEntries(Object.entries(choices).map(([id, choice]) => [id, choice.rung]));
}

const RunSchema = v.object({
	schemaVersion: v.literal(1),
	form: v.picklist(FORM_IDS),
	/** Of the key; what was begun before there were two is of the first, and ends in it. */
	version: v.optional(v.picklist(KEY_VERSIONS), 1),
	/** Gives the order of scenes and options; see `sheetFor`. */
	seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff)),
	choices: ChoicesSchema,
	skipped: v.array(ScenarioIdSchema),
	/** The scene that was open last, counted from 0. */
	at: v.pipe(v.number(), v.integer(), v.minValue(0)),
	/** When the result was last asked for, and its code. */
	finished: v.nullable(v.object({ at: WhenSchema, code: v.string() }))
});
/** One person's walk through a form, as it lies on the device. */
export type SavedRun = v.InferOutput<typeof RunSchema> & { choices: Choices };

/** Whether a run holds nothing but scenes of its form: others would be counted as answers and never shown. */
function keepsToItsForm({ form, version, choices, skipped }: SavedRun): boolean {
	const scenes: readonly string[] = formOf(form, version).scenarioIds;
	return [...Object.keys(choices), ...skipped].every((scene) => scenes.includes(scene));
}

const ResultSchema = v.object({
	/** The seed of its run: finishing the same run again replaces the entry. */
	seed: v.number(),
	form: v.picklist(RESULT_FORM_IDS),
	/** Of the key; what was filed before there were two is of the first. */
	version: v.optional(v.picklist(KEY_VERSIONS), 1),
	/** The join code of the workshop that it comes from, if any: its answers cannot be changed any more. */
	workshop: v.optional(v.string()),
	code: v.string(),
	at: WhenSchema,
	choices: ChoicesSchema
});
/** A finished run with its choices: what the private layers of the result page are made of. */
export type SavedResult = v.InferOutput<typeof ResultSchema> & { choices: Choices };

const ResultsSchema = v.object({
	schemaVersion: v.literal(1),
	results: v.pipe(
		v.array(ResultSchema),
		v.check((results) => new Set(results.map(({ seed }) => seed)).size === results.length)
	)
});
export type SavedResults = { schemaVersion: 1; results: SavedResult[] };

/** Where the run of a form lies. */
export function runSlot(form: FormId): Slot<SavedRun> {
	const schema = v.pipe(
		RunSchema as v.GenericSchema<unknown, SavedRun>,
		v.check((run) => run.form === form && keepsToItsForm(run))
	);
	return { key: `${KEY_PREFIX}run:${form}`, schema, migrations: [] };
}

/** Where the run lies that was put away by "start over", until the new one has an answer. */
export function previousRunSlot(form: FormId): Slot<SavedRun> {
	return { ...runSlot(form), key: `${KEY_PREFIX}run:${form}:previous` };
}

/** The longest line that somebody may keep, in what readers see as characters. */
export const LONGEST_INTENTION = 200;

const IntentionSchema = v.object({
	schemaVersion: v.literal(1),
	text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxGraphemes(LONGEST_INTENTION))
});
export type SavedIntention = v.InferOutput<typeof IntentionSchema>;

/** Where the line lies that somebody wants to keep. Nothing else reads it: it is in no link and no workshop. */
export const intentionSlot: Slot<SavedIntention> = {
	key: `${KEY_PREFIX}intention`,
	schema: IntentionSchema,
	migrations: []
};

/** Where finished results lie. */
export const resultsSlot: Slot<SavedResults> = {
	key: `${KEY_PREFIX}results`,
	schema: ResultsSchema,
	migrations: []
};
