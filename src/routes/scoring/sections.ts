import type { MessageKey } from '$lib/i18n';

type Section = { id: string; heading: MessageKey; paragraphs: readonly MessageKey[] };

/** From top to bottom; `id` is the fragment that other pages link to. */
export const SECTIONS = [
	{
		id: 'purpose',
		heading: 'scoring.purpose.heading',
		paragraphs: ['scoring.purpose.what', 'scoring.purpose.validity', 'scoring.purpose.never']
	},
	{
		id: 'view',
		heading: 'scoring.view.heading',
		paragraphs: ['scoring.view.article', 'scoring.view.rung', 'scoring.view.declared']
	},
	{
		id: 'instruction',
		heading: 'scoring.instruction.heading',
		paragraphs: ['scoring.instruction.would', 'scoring.instruction.research', 'scoring.instruction.limit']
	},
	{ id: 'key', heading: 'scoring.key.heading', paragraphs: ['scoring.key.ladder'] },
	{
		id: 'making',
		heading: 'scoring.making.heading',
		paragraphs: [
			'scoring.making.authors',
			'scoring.making.panel',
			'scoring.making.steps',
			'scoring.making.words',
			'scoring.making.readers',
			'scoring.making.languages'
		]
	},
	{ id: 'dimensions', heading: 'scoring.dimensions.heading', paragraphs: ['scoring.dimensions.what'] },
	{
		id: 'band',
		heading: 'scoring.band.heading',
		paragraphs: ['scoring.band.idea', 'scoring.band.width', 'scoring.band.level', 'scoring.band.between']
	},
	{
		id: 'norms',
		heading: 'scoring.norms.heading',
		paragraphs: ['scoring.norms.none', 'scoring.norms.meaning']
	},
	{
		id: 'reliability',
		heading: 'scoring.reliability.heading',
		paragraphs: ['scoring.reliability.none', 'scoring.reliability.others', 'scoring.reliability.own']
	},
	{
		id: 'skipping',
		heading: 'scoring.skipping.heading',
		paragraphs: ['scoring.skipping.skip', 'scoring.skipping.minimum', 'scoring.skipping.order']
	},
	{
		id: 'borrowed',
		heading: 'scoring.borrowed.heading',
		paragraphs: [
			'scoring.borrowed.relatives',
			'scoring.borrowed.finding',
			'scoring.borrowed.closeness',
			'scoring.borrowed.spectrum',
			'scoring.borrowed.arithmetic'
		]
	},
	{
		id: 'barnum',
		heading: 'scoring.barnum.heading',
		paragraphs: ['scoring.barnum.effect', 'scoring.barnum.advice']
	},
	{
		id: 'privacy',
		heading: 'scoring.privacy.heading',
		paragraphs: ['scoring.privacy.device', 'scoring.privacy.delete', 'scoring.privacy.server']
	},
	{
		id: 'groups',
		heading: 'scoring.groups.heading',
		paragraphs: [
			'scoring.groups.least',
			'scoring.groups.why',
			'scoring.groups.limits',
			'scoring.groups.voluntary'
		]
	},
	{
		id: 'practices',
		heading: 'scoring.practices.heading',
		paragraphs: ['scoring.practices.why', 'scoring.practices.change']
	},
	{
		id: 'licence',
		heading: 'scoring.licence.heading',
		paragraphs: ['scoring.licence.free', 'scoring.licence.wanted', 'scoring.licence.report']
	}
] as const satisfies readonly Section[];
