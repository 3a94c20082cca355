import { SCENARIOS, type ScenarioId } from './scenarios';

export const FORM_IDS = ['full', 'short'] as const;
export type FormId = (typeof FORM_IDS)[number];

/** A selection of scenarios that is answered and scored as one. */
export type Form = {
	id: FormId;
	/** Scenarios in the order of the key; what a person sees is shuffled. */
	scenarioIds: readonly ScenarioId[];
	/** Fewest answers for an overall score. */
	minimumAnswers: number;
	/** Fewest answers for a dimension's score; null where the form scores none. */
	minimumPerDimension: number | null;
	/** What the start page promises. */
	minutes: number;
};

/** The car dealer's story only makes sense in this order. */
export const DEALER_STORY: readonly ScenarioId[] = ['dealer-host', 'dealer-proposal', 'van-dealer'];

export const FORMS: Record<FormId, Form> = {
	full: {
		id: 'full',
		scenarioIds: SCENARIOS.map((scenario) => scenario.id),
		minimumAnswers: 16,
		minimumPerDimension: 4,
		minutes: 12
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
		minimumPerDimension: null,
		minutes: 6
	}
};

/** Whether a string from outside names a form. */
export function isFormId(value: string): value is FormId {
	return (FORM_IDS as readonly string[]).includes(value);
}
