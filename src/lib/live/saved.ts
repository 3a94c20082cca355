import * as v from 'valibot';
import { readAnswerKey, type AnswerKey, type ByAnswerKey, type Replies } from '../group';
import type { AskedScene } from '../own-scenes';
import type { SharedSnapshot } from '../protocol';
import { RUNGS, SceneIdSchema } from '../questions';
import { KEY_PREFIX, type Migration, type Slot } from '../device';

const ChoiceSchema = v.object({
	rung: v.picklist(RUNGS),
	/** From the top, 0 to 4; unknown, as the time is, where the answer came from the server. */
	position: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4))),
	/** From the scene's appearance to the first choice. */
	milliseconds: v.optional(v.pipe(v.number(), v.minValue(0))),
	sent: v.boolean()
});
export type SeatChoice = v.InferOutput<typeof ChoiceSchema>;

const AnswerKeySchema = v.custom<AnswerKey>(
	(value) => typeof value === 'string' && readAnswerKey(value) !== null
);

const SeatSchema = v.object({
	schemaVersion: v.literal(1),
	/** Kept until the server has given the seat, so that joining can be repeated; afterwards only a cookie holds it. */
	token: v.nullable(v.string()),
	joined: v.boolean(),
	round: v.number(),
	choices: v.record(AnswerKeySchema, ChoiceSchema),
	/** Whose withdrawal the server has not stored. */
	withdrawn: v.array(AnswerKeySchema),
	satOut: v.array(AnswerKeySchema),
	/** What was replied in the first round, in a second one; null for sitting out. */
	first: v.optional(
		v.nullable(
			v.object({
				round: v.number(),
				replies: v.record(SceneIdSchema, v.nullable(v.picklist(RUNGS)))
			})
		)
	),
	/** What was sat out in rounds that undoing may bring back: the server gives the answers back, and this it does not know. */
	left: v.optional(v.array(v.object({ round: v.number(), satOut: v.array(AnswerKeySchema) })))
});

type Seat = v.InferOutput<typeof SeatSchema>;
export type SavedSeat = Omit<Seat, 'choices' | 'first'> & {
	choices: ByAnswerKey<SeatChoice>;
	first?: { round: number; replies: Replies } | null | undefined;
};

export const SEATS_PREFIX = `${KEY_PREFIX}seat:`;

export function seatSlot(code: string): Slot<SavedSeat> {
	return {
		key: `${SEATS_PREFIX}${code}`,
		schema: SeatSchema as v.GenericSchema<unknown, SavedSeat>,
		migrations: []
	};
}

const HeardSchema = v.object({
	schemaVersion: v.literal(3),
	snapshot: v.custom<SharedSnapshot>((value) => typeof value === 'object' && value !== null)
});

/**
 * Holds the last snapshot, to show without a network. It is apart from the seat: every tab writes it all the time, and
 * hears of other tabs' writing so late that a seat in it would be replaced by an older one.
 */
export function heardSlot(code: string): Slot<v.InferOutput<typeof HeardSchema>> {
	return {
		key: `${SEATS_PREFIX}${code}:heard`,
		schema: HeardSchema,
		migrations: [inWordsOfVersion2, withParts]
	};
}

const OwnScenesSchema = v.object({
	schemaVersion: v.literal(1),
	scenes: v.custom<readonly AskedScene[]>(Array.isArray)
});

/** Holds the words of the scenes that the host wrote, to show without a network. */
export function ownScenesSlot(code: string): Slot<v.InferOutput<typeof OwnScenesSchema>> {
	return { key: `${SEATS_PREFIX}${code}:scenes`, schema: OwnScenesSchema, migrations: [] };
}

/** Pictures of the whole group are left out: the first version drew them by other rules. */
const inWordsOfVersion2: Migration = ({ snapshot }) => {
	const { shown, stage, ...known } = Object(snapshot) as Record<string, unknown>;
	return {
		schemaVersion: 2,
		snapshot: {
			...{ pass: '', keyVersion: 1, sealed: shown, groupPicture: null },
			...known,
			stage: stage === 'room' ? 'end' : stage
		}
	};
};

const withParts: Migration = ({ snapshot }) => ({
	schemaVersion: 3,
	snapshot: { ...(snapshot as object), parts: [] }
});

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
