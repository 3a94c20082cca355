import * as v from 'valibot';
import { FORMS, isLanguage, ScenarioIdSchema, type Language, type ScenarioId } from '../questions';

/** Led: the facilitator opens one scene at a time. Free: all scenes at once, everybody at their own pace. */
export const PACES = ['led', 'free'] as const;
export type Pace = (typeof PACES)[number];

/** Bounds of what a facilitator may choose, and what stands in the form at first. */
export const LIMITS = {
	/** Characters. */
	title: { most: 80 },
	/** Fewest people of whom a picture is shown. Fewer than three would show two people to each other. */
	smallestGroup: { least: 3, most: 20, usual: 5 },
	/** Days after the opening until everything is deleted. */
	keepDays: { least: 1, most: 180, usual: 30 }
} as const;

/** What a facilitator decides at the opening. Nothing of it changes afterwards: people join knowing it. */
export const SettingsSchema = v.strictObject({
	title: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LIMITS.title.most)),
	/** Of the projector. Phones follow their own. */
	language: v.custom<Language>((value) => typeof value === 'string' && isLanguage(value)),
	/** In the order of asking, each once. */
	scenes: v.pipe(
		v.array(ScenarioIdSchema),
		v.minLength(1),
		v.check((scenes) => new Set(scenes).size === scenes.length)
	),
	pace: v.picklist(PACES),
	smallestGroup: within(LIMITS.smallestGroup),
	keepDays: within(LIMITS.keepDays),
	/** Whether the answers of each person, without anything that tells whose they are, can be exported. */
	rows: v.boolean()
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

/** The scenes of a form in the order in which a room is asked: the key's, which keeps the dealer's story together. */
export function scenesOfForm(form: 'full' | 'short'): ScenarioId[] {
	return [...FORMS[form].scenarioIds];
}

function within({ least, most }: { least: number; most: number }) {
	return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}
