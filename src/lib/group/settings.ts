import * as v from 'valibot';
import { COUNTDOWN } from './countdown';
import { FORMS, isLanguage, isOwnSceneId, type Language, type ScenarioId, type SceneId } from '../questions';

/** Led: the host opens one scene at a time. Free: all scenes at once, everybody at their own pace. */
export const PACES = ['led', 'free'] as const;
export type Pace = (typeof PACES)[number];

export const LIMITS = {
	/** Characters as people count them, one of which may be many code units of UTF-16. */
	title: { most: 80, mostCodeUnits: 1_000 },
	/** Fewest people of whom a picture is shown. Fewer than three would show two people to each other. */
	smallestGroup: { least: 3, most: 20, usual: 5 },
	keepDays: { least: 1, most: 180, usual: 30 },
	/** Those of the quiz, and as many that the host wrote. */
	scenes: { most: 40 },
	/** Seconds. */
	countdown: { least: COUNTDOWN.least, most: COUNTDOWN.most }
} as const;

/** Of today's key only, since a retired scene is asked no more, or written by the host. */
const AskedSchema = v.custom<SceneId>(
	(value) =>
		typeof value === 'string' && (isOwnSceneId(value) || FORMS.full.scenarioIds.some((id) => id === value))
);

/** In seconds; null for none. */
export const CountdownSchema = v.nullable(within(LIMITS.countdown));

export const SettingsSchema = v.strictObject({
	title: v.pipe(
		v.string(),
		v.trim(),
		v.nonEmpty(),
		v.maxLength(LIMITS.title.mostCodeUnits),
		v.maxGraphemes(LIMITS.title.most)
	),
	/** Of the screen. Participants follow their own. */
	language: v.custom<Language>((value) => typeof value === 'string' && isLanguage(value)),
	scenes: v.pipe(
		v.array(AskedSchema),
		v.minLength(1),
		v.maxLength(LIMITS.scenes.most),
		v.check((scenes) => new Set(scenes).size === scenes.length)
	),
	pace: v.picklist(PACES),
	/** For each scene, or for all of them at one's own pace. */
	countdown: CountdownSchema,
	smallestGroup: within(LIMITS.smallestGroup),
	keepDays: within(LIMITS.keepDays),
	rows: v.boolean(),
	/** Whether participants are asked what most people will have chosen; in led workshops alone. */
	guessing: v.boolean(),
	framing: v.boolean()
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

/** Keeps to what a single person's order keeps to, and is the same for every group: whoever leads two finds their way. */
const ORDER_OF_ASKING: readonly ScenarioId[] = [
	...(['linkedin-stranger', 'thin-post', 'dealer-host', 'dealer-proposal', 'comment-pod'] as const),
	...(['client-supplier', 'review-discount', 'free-audit', 'like-sender', 'newsletter-swap'] as const),
	...(['close-friend', 'testimonial', 'van-dealer', 'designer-fee', 'warm-introduction'] as const),
	...(['charity-thanks', 'free-tool-review', 'skill-endorsement', 'speaking-slot', 'link-request'] as const)
];

export function scenesOfForm(form: 'full' | 'short'): ScenarioId[] {
	return ORDER_OF_ASKING.filter((scene) => FORMS[form].scenarioIds.includes(scene));
}

function within({ least, most }: { least: number; most: number }) {
	return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}
