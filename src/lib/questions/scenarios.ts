import * as v from 'valibot';
import type { Scenario } from './schema';

/** Form A, version 2. The order is the order of the key, not the order of asking. */
export const SCENARIOS = [
	{ id: 'thin-post', number: 1, dimension: 'filter', alsoAbout: 'pull', relation: 'acquaintance' },
	{ id: 'van-dealer', number: 2, dimension: 'filter', alsoAbout: 'strings', relation: 'supplier' },
	{ id: 'comment-pod', number: 3, dimension: 'filter', relation: 'acquaintance', practice: 'pods' },
	{
		id: 'newsletter-swap',
		number: 4,
		dimension: 'filter',
		alsoAbout: 'candour',
		relation: 'peer',
		practice: 'disclosure'
	},
	{ id: 'skill-endorsement', number: 5, dimension: 'filter', alsoAbout: 'pull', relation: 'acquaintance' },
	{ id: 'dealer-host', number: 6, dimension: 'strings', relation: 'supplier', practice: 'disclosure' },
	{ id: 'dealer-proposal', number: 7, dimension: 'strings', alsoAbout: 'candour', relation: 'supplier' },
	{ id: 'charity-thanks', number: 9, dimension: 'strings', alsoAbout: 'candour', relation: 'organisation' },
	{ id: 'like-sender', number: 21, dimension: 'strings', alsoAbout: 'candour', relation: 'stranger' },
	{ id: 'close-friend', number: 22, dimension: 'strings', relation: 'friend' },
	{ id: 'linkedin-stranger', number: 11, dimension: 'pull', alsoAbout: 'filter', relation: 'stranger' },
	{ id: 'client-supplier', number: 12, dimension: 'pull', alsoAbout: 'filter', relation: 'client' },
	{ id: 'free-audit', number: 13, dimension: 'pull', relation: 'stranger' },
	{
		id: 'warm-introduction',
		number: 23,
		dimension: 'pull',
		alsoAbout: 'filter',
		relation: 'acquaintance'
	},
	{ id: 'speaking-slot', number: 15, dimension: 'pull', relation: 'organisation' },
	{ id: 'testimonial', number: 16, dimension: 'candour', alsoAbout: 'strings', relation: 'client' },
	{
		id: 'designer-fee',
		number: 17,
		dimension: 'candour',
		alsoAbout: 'filter',
		relation: 'client',
		practice: 'disclosure'
	},
	{
		id: 'free-tool-review',
		number: 18,
		dimension: 'candour',
		alsoAbout: 'filter',
		relation: 'supplier',
		practice: 'disclosure'
	},
	{ id: 'review-discount', number: 19, dimension: 'candour', relation: 'client', practice: 'reviews' },
	{
		id: 'link-request',
		number: 20,
		dimension: 'candour',
		alsoAbout: 'strings',
		relation: 'stranger',
		practice: 'links'
	}
] as const satisfies readonly Scenario[];

/** Version 2 does not ask them any more. Results and workshops in the world still name them. */
export const RETIRED_SCENARIOS = [
	{ id: 'silent-launch', number: 8, dimension: 'strings', relation: 'peer' },
	{ id: 'podcast-guest', number: 10, dimension: 'strings', relation: 'peer' },
	{ id: 'follow-back', number: 14, dimension: 'pull', relation: 'acquaintance' }
] as const satisfies readonly Scenario[];

export type ScenarioId = (typeof SCENARIOS | typeof RETIRED_SCENARIOS)[number]['id'];

const byId = new Map<string, Scenario & { id: ScenarioId }>(
	[...SCENARIOS, ...RETIRED_SCENARIOS].map((s) => [s.id, s])
);

/** @throws RangeError for an id that no version of the key has */
export function scenarioOf(id: ScenarioId): Scenario & { id: ScenarioId } {
	const scenario = byId.get(id);
	if (!scenario) throw new RangeError(`no scenario ${id}`);
	return scenario;
}

export function isScenarioId(id: string): id is ScenarioId {
	return byId.has(id);
}

export const ScenarioIdSchema = v.custom<ScenarioId>(
	(value) => typeof value === 'string' && isScenarioId(value)
);
