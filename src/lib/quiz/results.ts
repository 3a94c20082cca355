import * as v from 'valibot';
import { KEY_PREFIX, type Device, type Slot, type Writing } from '../device';
import { KEY_VERSIONS, RESULT_FORM_IDS } from '../questions';
import { ChoicesSchema, WhenSchema, type Choices } from './saved';

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

export function readResults(device: Device): SavedResults {
	const reading = device.read(resultsSlot);
	return reading.state === 'found' ? reading.value : { schemaVersion: 1, results: [] };
}

/** Leaves entries that cannot be read where they are. */
export function writeResults(device: Device, results: SavedResult[]): Writing {
	return device.write(resultsSlot, { ...readResults(device), results });
}

export function withResult(results: readonly SavedResult[], result: SavedResult): SavedResult[] {
	return [result, ...results.filter(({ seed }) => seed !== result.seed)];
}
