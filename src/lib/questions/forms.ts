import { SCENARIOS, type ScenarioId } from './scenarios';

/** Oldest first. An answer means what it meant in the version that it was given to. */
export const KEY_VERSIONS = [1, 2] as const;
export type KeyVersion = (typeof KEY_VERSIONS)[number];
export const KEY_VERSION = 2 satisfies KeyVersion;

export const FORM_IDS = ['full', 'short'] as const;
export type FormId = (typeof FORM_IDS)[number];

export const RESULT_FORM_IDS = [...FORM_IDS, 'picked'] as const;
export type ResultFormId = (typeof RESULT_FORM_IDS)[number];

export type Form<Id extends ResultFormId = ResultFormId> = {
	id: Id;
	version: KeyVersion;
	/** In the order of the key; what a person sees is shuffled. */
	scenarioIds: readonly ScenarioId[];
	minimumAnswers: number;
	minimumPerDimension: number | null;
};

/** Nothing else shows as quickly what the quiz is about. */
export const OPENING_SCENE = 'linkedin-stranger' satisfies ScenarioId;

/** The car dealer's story only makes sense in this order; the first two stand close together. */
export const DEALER_STORY: readonly ScenarioId[] = ['dealer-host', 'dealer-proposal', 'van-dealer'];

/** From a quick reader's time to a slow one's; reckoned from the words by a test. */
export const MINUTES: Record<FormId, { from: number; to: number }> = {
	full: { from: 12, to: 15 },
	short: { from: 6, to: 8 }
};

type Forms = { [Id in ResultFormId]: Form<Id> };

function formsOf(version: KeyVersion, all: readonly ScenarioId[], short: readonly ScenarioId[]): Forms {
	return {
		full: { id: 'full', version, scenarioIds: all, minimumAnswers: 16, minimumPerDimension: 4 },
		short: { id: 'short', version, scenarioIds: short, minimumAnswers: 8, minimumPerDimension: null },
		picked: { id: 'picked', version, scenarioIds: all, minimumAnswers: 4, minimumPerDimension: null }
	};
}

export const FORMS = formsOf(
	KEY_VERSION,
	SCENARIOS.map((scenario) => scenario.id),
	[
		...(['thin-post', 'comment-pod'] as const),
		...(['dealer-host', 'dealer-proposal', 'close-friend'] as const),
		...(['linkedin-stranger', 'client-supplier', 'free-audit'] as const),
		...(['testimonial', 'designer-fee'] as const)
	]
);

/** Frozen: links, results and workshops in the world depend on it. */
const FORMS_OF_VERSION_1 = formsOf(
	1,
	[
		...(['thin-post', 'van-dealer', 'comment-pod', 'newsletter-swap', 'skill-endorsement'] as const),
		...(['dealer-host', 'dealer-proposal', 'silent-launch', 'charity-thanks', 'podcast-guest'] as const),
		...(['linkedin-stranger', 'client-supplier', 'free-audit', 'follow-back', 'speaking-slot'] as const),
		...(['testimonial', 'designer-fee', 'free-tool-review', 'review-discount', 'link-request'] as const)
	],
	[
		...(['thin-post', 'comment-pod'] as const),
		...(['dealer-host', 'dealer-proposal', 'silent-launch'] as const),
		...(['linkedin-stranger', 'client-supplier', 'free-audit'] as const),
		...(['testimonial', 'designer-fee'] as const)
	]
);

export function formOf<Id extends ResultFormId>(id: Id, version: KeyVersion): Form<Id> {
	return version === KEY_VERSION ? FORMS[id] : FORMS_OF_VERSION_1[id];
}

/** Returns a whole form, or `picked` where scenes are missing or too few of them were answered. */
export function formOfScenes(scenes: readonly ScenarioId[], answered: number, version: KeyVersion): Form {
	const whole = FORM_IDS.map((id): Form => formOf(id, version)).find(
		({ scenarioIds, minimumAnswers }) =>
			answered >= minimumAnswers &&
			scenarioIds.length === scenes.length &&
			scenarioIds.every((id) => scenes.includes(id))
	);
	return whole ?? formOf('picked', version);
}

export function isFormId(value: string): value is FormId {
	return (FORM_IDS as readonly string[]).includes(value);
}
