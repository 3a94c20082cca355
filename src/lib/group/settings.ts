import * as v from 'valibot';
import { FORMS, isLanguage, type Language, type ScenarioId } from '../questions';

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

/** Of today's key only: a retired scene is opened no more. */
const AskedSchema = v.picklist(FORMS.full.scenarioIds);

/** What a facilitator decides at the opening. Nothing of it changes afterwards: people join knowing it. */
export const SettingsSchema = v.strictObject({
	title: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LIMITS.title.most)),
	/** Of the projector. Phones follow their own. */
	language: v.custom<Language>((value) => typeof value === 'string' && isLanguage(value)),
	/** In the order of asking, each once. */
	scenes: v.pipe(
		v.array(AskedSchema),
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

/**
 * The order in which a room is asked. It keeps to what a single person's order keeps to, and is the same for every room:
 * whoever leads two of them finds their way.
 */
const ROOM_ORDER: readonly ScenarioId[] = [
	...(['linkedin-stranger', 'thin-post', 'dealer-host', 'dealer-proposal', 'comment-pod'] as const),
	...(['client-supplier', 'review-discount', 'free-audit', 'like-sender', 'newsletter-swap'] as const),
	...(['close-friend', 'testimonial', 'van-dealer', 'designer-fee', 'warm-introduction'] as const),
	...(['charity-thanks', 'free-tool-review', 'skill-endorsement', 'speaking-slot', 'link-request'] as const)
];

/** The scenes of a form in the order in which a room is asked. */
export function scenesOfForm(form: 'full' | 'short'): ScenarioId[] {
	return ROOM_ORDER.filter((scene) => FORMS[form].scenarioIds.includes(scene));
}

function within({ least, most }: { least: number; most: number }) {
	return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}
