/** Each is the fragment of its section and the name of its messages. */
export const PARTS = [
	'ethics',
	'objectives',
	'agendas',
	'script',
	'pairs',
	'objections',
	'practice',
	'own',
	'remote',
	'after',
	'handout',
	'sheet',
	'questions'
] as const;

export const NOTES = {
	ethics: ['voluntary', 'anonymous', 'sitting', 'who', 'appraisal', 'validity', 'healthy', 'view'],
	objectives: ['tell', 'name', 'weigh', 'others'],
	pairs: ['pair', 'triad', 'back'],
	objections: ['networking', 'duty', 'naive', 'trap', 'small'],
	practice: [
		'rehearsal',
		'guessing',
		'oneAgain',
		'network',
		'late',
		'asleep',
		'dark',
		'keys',
		'early',
		'small',
		'tears'
	],
	own: ['begin', 'check', 'mix', 'opinion', 'take'],
	remote: ['remote', 'pairs', 'hybrid', 'slow'],
	after: ['mail', 'meet', 'twice', 'again']
} as const;
