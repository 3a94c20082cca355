// Which room of src/lib may look into which, as ESLint rules. docs and reasons: ARCHITECTURE.md, "Who may look at whom".

/** Rooms without any framework, and what each may see. */
const pure = {
	languages: [],
	questions: ['languages'],
	scoring: ['questions'],
	result: ['questions', 'scoring'],
	group: ['questions', 'scoring'],
	protocol: ['questions', 'scoring', 'group'],
	charts: ['questions', 'scoring', 'result', 'group'],
	card: ['languages', 'questions', 'scoring', 'result', 'group', 'charts'],
	address: ['languages', 'card']
};

const rules = Object.keys(pure);

/** @type {Record<string, string[]>} */
export const maySee = {
	...pure,
	i18n: ['address', 'languages'],
	phrases: [...rules, 'i18n'],
	styles: [],
	device: [],
	quiz: [...rules, 'i18n', 'device'],
	live: [...rules, 'i18n', 'device'],
	ui: [...rules, 'i18n', 'phrases', 'styles'],
	server: rules
};

export const rooms = Object.keys(maySee);
export const pureRooms = rules;

/** What nothing pure imports: frameworks, languages, databases. */
const frameworks = [
	'svelte',
	'svelte-i18n',
	'@sveltejs/[^/]+',
	'\\$app',
	'\\$env',
	'kysely',
	'pg',
	'node:sqlite'
];

/** Relative paths depend on how deep in its room a file lies; a rule is written for each depth up to this one. */
const DEPTHS = [0, 1, 2, 3];

/**
 * @param {string} room
 * @returns {import('eslint').Linter.Config[]}
 */
function configsFor(room) {
	const hidden = rooms.filter((other) => other !== room && !maySee[room]?.includes(other));
	return DEPTHS.map((depth) => {
		const lib = '\\.\\./'.repeat(depth + 1);
		const src = `${lib}\\.\\./`;
		const bans = [
			{
				regex: `^(?:\\$lib/|(?:\\./)?(?:${lib}|${src}lib/))(?:${hidden.join('|')})(?:/|$)`,
				message: `"${room}" may see ${maySee[room]?.join(', ') || 'no other room'} (eslint/rooms.js).`
			},
			{
				regex: `^(?:\\./)?${src}(?!lib/)`,
				message: `"${room}" is part of the library; it may not see routes or hooks (eslint/rooms.js).`
			}
		];
		if (pureRooms.includes(room)) {
			bans.push({
				regex: `^(?:${frameworks.join('|')})(?:/|$)`,
				message: `"${room}" is plain TypeScript, without frameworks and databases (eslint/rooms.js).`
			});
		}
		return {
			name: `rooms/${room}/${depth}`,
			files: [`src/lib/${room}/${'*/'.repeat(depth)}*.{js,ts,svelte}`],
			rules: {
				'no-restricted-imports': ['error', { patterns: bans }],
				// The rule above does not look at import('...'), as an expression or as a type.
				'no-restricted-syntax': [
					'error',
					...bans.map(({ regex, message }) => ({ selector: inExpressions(regex), message }))
				]
			}
		};
	});
}

/** @param {string} regex a slash would end it in a selector */
function inExpressions(regex) {
	return `:matches(ImportExpression, TSImportType) Literal[value=/${regex.replaceAll('/', '\\u002F')}/]`;
}

export default rooms.flatMap(configsFor);
