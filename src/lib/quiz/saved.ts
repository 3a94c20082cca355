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
	/** From 0 for the top; unknown, as the time is, where a workshop's answer came back from the server. */
	position: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4))),
	/** From the scene's appearance to the first choice. */
	milliseconds: v.optional(v.pipe(v.number(), v.minValue(0)))
});
export type Choice = v.InferOutput<typeof ChoiceSchema>;

const ChoicesSchema = v.record(ScenarioIdSchema, ChoiceSchema);
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

const ResultSchema = v.object({
	/** Of its run: finishing the same run again replaces the entry. */
	seed: v.number(),
	form: v.picklist(RESULT_FORM_IDS),
	/** Of the key; results older than the second version carry none. */
	version: v.optional(v.picklist(KEY_VERSIONS), 1),
	/** The code of the workshop that it comes from: its answers cannot be changed any more. */
	workshop: v.optional(v.string()),
	code: v.string(),
	at: WhenSchema,
	choices: ChoicesSchema
});
export type SavedResult = v.InferOutput<typeof ResultSchema> & { choices: Choices };

export type SavedResults = { schemaVersion: 1; results: SavedResult[]; unreadable?: unknown[] };

/** One entry that cannot be read hides none of the others; it stays, and may be read by a later version. */
const ResultsSchema = v.pipe(
	v.object({
		schemaVersion: v.literal(1),
		results: v.array(v.unknown()),
		unreadable: v.optional(v.array(v.unknown()), [])
	}),
	v.transform((saved): SavedResults => {
		const results: SavedResult[] = [];
		const unreadable = [...saved.results, ...saved.unreadable].filter((entry) => {
			const { success, output } = v.safeParse(ResultSchema, entry);
			if (!success || results.some(({ seed }) => seed === output.seed)) return true;
			results.push(output);
			return false;
		});
		return { schemaVersion: 1, results, ...(unreadable.length > 0 && { unreadable }) };
	})
);

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

export const resultsSlot: Slot<SavedResults> = {
	key: `${KEY_PREFIX}results`,
	schema: ResultsSchema,
	migrations: [],
	merge: (current, back) => ({
		...current,
		results: [
			...current.results,
			...back.results.filter(({ seed }) => current.results.every((result) => result.seed !== seed))
		]
	})
};
