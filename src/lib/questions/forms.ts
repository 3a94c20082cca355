import { SCENARIOS, type ScenarioId } from './scenarios';

/** Versions of the key, oldest first. An answer means what it meant in the version that it was given to. */
export const KEY_VERSIONS = [1, 2] as const;
export type KeyVersion = (typeof KEY_VERSIONS)[number];
/** The version that is asked today. */
export const KEY_VERSION = 2 satisfies KeyVersion;

export const FORM_IDS = ['full', 'short'] as const;
export type FormId = (typeof FORM_IDS)[number];

/** What a result may come from: a form taken alone, or scenes that somebody picked for a workshop. */
export const RESULT_FORM_IDS = [...FORM_IDS, 'picked'] as const;
export type ResultFormId = (typeof RESULT_FORM_IDS)[number];

/** A selection of scenarios that is answered and scored as one. */
export type Form<Id extends ResultFormId = ResultFormId> = {
	id: Id;
	version: KeyVersion;
	/** Scenarios in the order of the key; what a person sees is shuffled. */
	scenarioIds: readonly ScenarioId[];
	/** Fewest answers for an overall score. */
	minimumAnswers: number;
	/** Fewest answers for a dimension's score; null where the form scores none. */
	minimumPerDimension: number | null;
};

/** The scene that opens a form: nothing else shows as quickly what the quiz is about. */
export const OPENING_SCENE: ScenarioId = 'linkedin-stranger';

/** The car dealer's story only makes sense in this order; the first two stand close together. */
export const DEALER_STORY: readonly ScenarioId[] = ['dealer-host', 'dealer-proposal', 'van-dealer'];

/** What the start page promises: from a quick reader's time to a slow one's. Computed from the words by a test. */
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

/** The forms that are asked today. */
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

/** A form as a version of the key has it. */
export function formOf<Id extends ResultFormId>(id: Id, version: KeyVersion): Form<Id> {
	return version === KEY_VERSION ? FORMS[id] : FORMS_OF_VERSION_1[id];
}

/** The form whose result some scenes can give with so many answers: a whole form, or what was picked of it. */
export function formOfScenes(scenes: readonly ScenarioId[], answered: number, version: KeyVersion): Form {
	const whole = FORM_IDS.map((id): Form => formOf(id, version)).find(
		({ scenarioIds, minimumAnswers }) =>
			answered >= minimumAnswers &&
			scenarioIds.length === scenes.length &&
			scenarioIds.every((id) => scenes.includes(id))
	);
	return whole ?? formOf('picked', version);
}

/** Whether a string from outside names a form. */
export function isFormId(value: string): value is FormId {
	return (FORM_IDS as readonly string[]).includes(value);
}
