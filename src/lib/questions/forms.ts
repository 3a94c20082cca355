import { SCENARIOS, type ScenarioId } from './scenarios';

export const FORM_IDS = ['full', 'short'] as const;
export type FormId = (typeof FORM_IDS)[number];

/** What a result may come from: a form taken alone, or scenes that somebody picked for a workshop. */
export const RESULT_FORM_IDS = [...FORM_IDS, 'picked'] as const;
export type ResultFormId = (typeof RESULT_FORM_IDS)[number];

/** A selection of scenarios that is answered and scored as one. */
export type Form<Id extends ResultFormId = ResultFormId> = {
	id: Id;
	/** Scenarios in the order of the key; what a person sees is shuffled. */
	scenarioIds: readonly ScenarioId[];
	/** Fewest answers for an overall score. */
	minimumAnswers: number;
	/** Fewest answers for a dimension's score; null where the form scores none. */
	minimumPerDimension: number | null;
};

/** The car dealer's story only makes sense in this order. */
export const DEALER_STORY: readonly ScenarioId[] = ['dealer-host', 'dealer-proposal', 'van-dealer'];

/** What the start page promises. */
export const MINUTES: Record<FormId, number> = { full: 12, short: 6 };

export const FORMS: { [Id in ResultFormId]: Form<Id> } = {
	full: {
		id: 'full',
		scenarioIds: SCENARIOS.map((scenario) => scenario.id),
		minimumAnswers: 16,
		minimumPerDimension: 4
	},
	short: {
		id: 'short',
		scenarioIds: [
			'thin-post',
			'comment-pod',
			'dealer-host',
			'dealer-proposal',
			'silent-launch',
			'linkedin-stranger',
			'client-supplier',
			'free-audit',
			'testimonial',
			'designer-fee'
		],
		minimumAnswers: 8,
		minimumPerDimension: null
	},
	picked: {
		id: 'picked',
		scenarioIds: SCENARIOS.map((scenario) => scenario.id),
		minimumAnswers: 4,
		minimumPerDimension: null
	}
};

/** The form whose result some scenes can give with so many answers: a whole form, or what was picked of it. */
export function formOfScenes(scenes: readonly ScenarioId[], answered: number): Form {
	const whole = FORM_IDS.map((id): Form => FORMS[id]).find(
		({ scenarioIds, minimumAnswers }) =>
			answered >= minimumAnswers &&
			scenarioIds.length === scenes.length &&
			scenarioIds.every((id) => scenes.includes(id))
	);
	return whole ?? FORMS.picked;
}

/** Whether a string from outside names a form. */
export function isFormId(value: string): value is FormId {
	return (FORM_IDS as readonly string[]).includes(value);
}
