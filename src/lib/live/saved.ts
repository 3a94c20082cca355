import * as v from 'valibot';
import type { SharedSnapshot } from '../protocol';
import { RUNGS, ScenarioIdSchema, type ScenarioId } from '../questions';
import { KEY_PREFIX, type Slot } from '../device';

const ChoiceSchema = v.object({
	rung: v.picklist(RUNGS),
	/** Where the option stood, 0 to 4 from the top. */
	position: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)),
	/** From the scene's appearance to the first choice, in ms. */
	milliseconds: v.pipe(v.number(), v.minValue(0)),
	/** The server has it for good. */
	sent: v.boolean()
});
export type SeatChoice = v.InferOutput<typeof ChoiceSchema>;

const SeatSchema = v.object({
	schemaVersion: v.literal(1),
	/** Until the server has given the seat: the same request can then be repeated. Afterwards a cookie holds it. */
	token: v.nullable(v.string()),
	joined: v.boolean(),
	round: v.number(),
	choices: v.record(ScenarioIdSchema, ChoiceSchema),
	/** Answers to take back on the server. */
	withdrawn: v.array(ScenarioIdSchema),
	/** Scenes that this person sits out; nobody else knows. */
	satOut: v.array(ScenarioIdSchema)
});

/** One person's seat in a workshop, as it lies on the phone. */
export type SavedSeat = v.InferOutput<typeof SeatSchema> & {
	choices: Partial<Record<ScenarioId, SeatChoice>>;
};

/** Everything of workshops on a device starts so. */
export const SEATS_PREFIX = `${KEY_PREFIX}seat:`;

/** Where the seat in a workshop lies. */
export function seatSlot(code: string): Slot<SavedSeat> {
	return {
		key: `${SEATS_PREFIX}${code}`,
		schema: SeatSchema,
		migrations: []
	};
}

const HeardSchema = v.object({
	schemaVersion: v.literal(1),
	snapshot: v.custom<SharedSnapshot>((value) => typeof value === 'object' && value !== null)
});

/**
 * Where the last snapshot lies, to show without a network. Apart from the seat: every tab writes it all the time,
 * and browsers tell tabs so late what others wrote that a seat in it would be written over with an older one.
 */
export function heardSlot(code: string): Slot<v.InferOutput<typeof HeardSchema>> {
	return { key: `${SEATS_PREFIX}${code}:heard`, schema: HeardSchema, migrations: [] };
}

/** A seat that nobody has taken yet. */
export function freshSeat(round = 1): SavedSeat {
	return {
		schemaVersion: 1,
		token: null,
		joined: false,
		round,
		choices: {},
		withdrawn: [],
		satOut: []
	};
}
