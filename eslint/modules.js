// Which module of src/lib may import which, as ESLint rules. Reasons: docs/ARCHITECTURE.md, "Modules".

/** Modules without any framework, and what each may see. */
const pure = {
	languages: [],
	questions: ['languages'],
	'own-scenes': ['languages', 'questions'],
	scoring: ['questions'],
	result: ['questions', 'scoring'],
	group: ['questions', 'scoring'],
	protocol: ['questions', 'scoring', 'result', 'group'],
	knots: ['questions', 'scoring'],
	charts: ['questions', 'scoring', 'result', 'group', 'knots'],
	address: ['languages'],
	card: ['languages', 'questions', 'scoring', 'result', 'group', 'charts', 'knots', 'address'],
	slides: ['languages', 'questions', 'scoring', 'group', 'charts', 'card']
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
	library: [...rules, 'device'],
	ui: [...rules, 'i18n', 'phrases', 'device', 'styles'],
	server: rules
};

export const modules = Object.keys(maySee);
export const pureModules = rules;

/**
 * What each part of src/lib/server may see of the other parts; a part is a folder, or a file without its extension. Files
 * that are not named here belong to none, and every part may see them.
 *
 * @type {Record<string, string[]>}
 */
export const serverMaySee = {
	db: [],
	security: ['db'],
	workshop: ['db', 'security'],
	live: ['db', 'security', 'workshop'],
	card: [],
	services: ['db', 'security', 'workshop', 'live'],
	http: ['db', 'security', 'workshop', 'live', 'services']
};

export const serverParts = Object.keys(serverMaySee);

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

/** Relative paths depend on how deep in its module a file lies; a rule is written for each depth up to this one. */
const DEPTHS = [0, 1, 2, 3];

/** Files that exist for tests alone. */
const TEST_FILES = '**/*.{test,fake,fixture,arbitrary}.{js,ts}';

const testsOnly = {
	regex: '\\.(?:fake|fixture|arbitrary)(?:\\.(?:ts|js|json))?$',
	message: 'Fakes, fixtures and arbitraries are for tests alone (eslint/modules.js).'
};

/** @typedef {{ regex: string; message: string }} Ban */

/**
 * @param {string} name
 * @param {string} files
 * @param {{ bans: Ban[]; shippedOnly?: Ban[] }} bans of which `shippedOnly` leave tests free
 * @returns {import('eslint').Linter.Config[]}
 */
function banning(name, files, { bans, shippedOnly = [] }) {
	return [
		{ name, files: [files], ignores: [TEST_FILES], rules: forbid([...bans, ...shippedOnly, testsOnly]) },
		{ name: `${name}/tests`, files: [[files, TEST_FILES]], rules: forbid(bans) }
	];
}

/**
 * @param {Ban[]} bans
 * @returns {import('eslint').Linter.RulesRecord}
 */
function forbid(bans) {
	return {
		'no-restricted-imports': ['error', { patterns: bans }],
		// The rule above does not look at import('...'), as an expression or as a type.
		'no-restricted-syntax': [
			'error',
			...bans.map(({ regex, message }) => ({ selector: inExpressions(regex), message }))
		]
	};
}

/**
 * What a file of a module may not import.
 *
 * @param {string} module
 * @param {number} depth how many folders lie between the module's own and the file
 * @returns {Ban[]}
 */
function bansFor(module, depth) {
	const hidden = modules.filter((other) => other !== module && !maySee[module]?.includes(other));
	const lib = '\\.\\./'.repeat(depth + 1);
	const src = `${lib}\\.\\./`;
	const bans = [
		{
			regex: `^(?:\\$lib/|(?:\\./)?(?:${lib}|${src}lib/))(?:${hidden.join('|')})(?:/|$)`,
			message: `"${module}" may see ${maySee[module]?.join(', ') || 'no other module'} (eslint/modules.js).`
		},
		{
			regex: `^(?:\\./)?${src}(?!lib/)`,
			message: `"${module}" is part of the library; it may not see routes or hooks (eslint/modules.js).`
		}
	];
	if (pureModules.includes(module)) {
		bans.push({
			regex: `^(?:${frameworks.join('|')})(?:/|$)`,
			message: `"${module}" is plain TypeScript, without frameworks and databases (eslint/modules.js).`
		});
	}
	return bans;
}

/**
 * What a file of a part of the server may not import, besides what the whole server may not.
 *
 * @param {string} part
 * @param {number} depth how many folders lie between `src/lib/server` and the file
 * @returns {Ban}
 */
function serverBan(part, depth) {
	const hidden = serverParts.filter((other) => other !== part && !serverMaySee[part]?.includes(other));
	const server = depth === 0 ? '\\./' : '(?:\\./)?' + '\\.\\./'.repeat(depth);
	return {
		regex: `^(?:\\$lib/server/|${server}|(?:\\./)?${'\\.\\./'.repeat(depth + 1)}server/)(?:${hidden.join('|')})(?:/|\\.ts$|$)`,
		message: `"server/${part}" may see ${serverMaySee[part]?.join(', ') || 'no other part'} of the server (eslint/modules.js).`
	};
}

/**
 * @param {string} module
 * @returns {import('eslint').Linter.Config[]}
 */
function configsFor(module) {
	return DEPTHS.flatMap((depth) =>
		banning(`modules/${module}/${depth}`, `src/lib/${module}/${'*/'.repeat(depth)}*.{js,ts,svelte}`, {
			bans: bansFor(module, depth)
		})
	);
}

/**
 * Later configurations of the same rule replace earlier ones, so these repeat what holds for the whole server.
 *
 * @param {string} part
 * @returns {import('eslint').Linter.Config[]}
 */
function serverConfigsFor(part) {
	return DEPTHS.flatMap((depth) => {
		const place = depth === 0 ? `${part}.{js,ts}` : `${part}/${'*/'.repeat(depth - 1)}*.{js,ts}`;
		return banning(`modules/server/${part}/${depth}`, `src/lib/server/${place}`, {
			bans: bansFor('server', depth),
			shippedOnly: [serverBan(part, depth)]
		});
	});
}

/** @param {string} regex a slash would end it in a selector */
function inExpressions(regex) {
	return `:matches(ImportExpression, TSImportType) Literal[value=/${regex.replaceAll('/', '\\u002F')}/]`;
}

/** Outside of the library everything may be seen, but for what is for tests. */
const outside = {
	name: 'modules/outside',
	files: ['src/*.{js,ts}', 'src/routes/**/*.{js,ts,svelte}', 'server/**/*.{js,ts}'],
	ignores: [TEST_FILES],
	rules: forbid([testsOnly])
};

export default [...modules.flatMap(configsFor), ...serverParts.flatMap(serverConfigsFor), outside];
