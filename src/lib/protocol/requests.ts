import * as v from 'valibot';
import { ASKINGS, CountdownSchema, LIMITS } from '../group';
import { LANGUAGES, RUNGS, SceneIdSchema } from '../questions';
import { HOST_ACTIONS } from './actions';

/** The form of seat tokens and host keys: 144 random bits as base64url. */
export const SECRET_PATTERN = /^[\w-]{24}$/;

export const SeatRequestSchema = v.strictObject({
	/** Made by the participant's browser, so that a request whose answer got lost can be repeated for the same seat. */
	seat: v.pipe(v.string(), v.regex(SECRET_PATTERN)),
	language: v.picklist(LANGUAGES)
});
export type SeatRequest = v.InferOutput<typeof SeatRequestSchema>;

export const AnswerRequestSchema = v.strictObject({
	round: v.pipe(v.number(), v.safeInteger()),
	scene: SceneIdSchema,
	asking: v.optional(v.picklist(ASKINGS), 'once'),
	/** Null takes an answer back. */
	rung: v.nullable(v.picklist(RUNGS))
});
export type AnswerRequest = v.InferOutput<typeof AnswerRequestSchema>;

export const SilenceRequestSchema = v.strictObject({
	round: v.pipe(v.number(), v.safeInteger()),
	/** Seen open and then closed, without an answer. */
	scenes: v.pipe(v.array(SceneIdSchema), v.minLength(1), v.maxLength(LIMITS.scenes.most))
});
export type SilenceRequest = v.InferOutput<typeof SilenceRequestSchema>;

export const StepRequestSchema = v.strictObject({
	action: v.picklist(HOST_ACTIONS),
	/** The `step` of the snapshot that the host saw. */
	seen: v.pipe(v.number(), v.safeInteger()),
	/** Of a jump: the position of the scene. */
	to: v.optional(v.pipe(v.number(), v.safeInteger())),
	/** Of `closeIn` and `closeEachIn`; null for no countdown. */
	seconds: v.optional(CountdownSchema)
});
export type StepRequest = v.InferOutput<typeof StepRequestSchema>;

export const RenewalRequestSchema = v.strictObject({
	/** The host's key from now on, made by the host's browser for the same reason as a seat. */
	key: v.pipe(v.string(), v.regex(SECRET_PATTERN))
});
export type RenewalRequest = v.InferOutput<typeof RenewalRequestSchema>;
