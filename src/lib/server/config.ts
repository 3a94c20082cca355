import * as v from 'valibot';

const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65535));

const host = v.pipe(v.string(), v.regex(/^[\w.:%-]+$/));

const origin = v.pipe(v.string(), v.check(isOrigin));

const headerName = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/i));

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Every environment variable, with what its value should be, as the message for a wrong one says it. */
const variables = {
	HOST: 'the address or host name to listen on, for example 127.0.0.1; unset means every address of this machine',
	PORT: 'a whole number from 0 to 65535; unset means 3000, and 0 means any free port',
	ORIGIN:
		'the address under which people reach this server, with http or https and without a path, for example https://quiz.example.org',
	PROTOCOL_HEADER:
		'the name of the header in which a trusted proxy says http or https, for example x-forwarded-proto',
	ADDRESS_HEADER:
		'the name of the header in which a trusted proxy names the visitor, for example x-forwarded-for; unset means the connection itself',
	XFF_DEPTH: 'how many trusted proxies stand in front, where the header is x-forwarded-for; unset means 1',
	BODY_SIZE_LIMIT:
		'the largest body of a request, in bytes or with K, M or G, for example 512K; unset means 512K',
	LOG_LEVEL: 'one of debug, info, warn, error, silent; unset means warn',
	METRICS_TOKEN:
		'what a scraper of /metrics sends as bearer token, 16 to 200 characters; unset means no metrics',
	DATA_DIR: 'the folder for the embedded database, up to 1,000 characters; unset means data',
	DATABASE_URL:
		'the address of a PostgreSQL database, for example postgres://user:password@db.example.org/no_strings; unset means the embedded one',
	WORKSHOP_PASSPHRASE:
		'what one must know to open a workshop, 8 to 200 characters; unset means that anybody may',
	OPERATOR_NAME:
		'who runs this server, as pages say it, up to 100 characters; unset means that they do not say it',
	OPERATOR_URL:
		'where to read about whoever runs this server, or how to reach them, with http, https or mailto, for example https://example.org/imprint',
	SOURCE_URL:
		'where the source of this server lies, with http or https, for example https://git.example.org/no-strings'
};

/** Their values are not repeated in a message, which may end in a log. */
const secrets: readonly string[] = ['DATABASE_URL', 'WORKSHOP_PASSPHRASE', 'METRICS_TOKEN'];

const environment = v.pipe(
	v.object({
		HOST: v.optional(host),
		PORT: v.optional(port, '3000'),
		ORIGIN: v.optional(origin),
		PROTOCOL_HEADER: v.optional(headerName),
		ADDRESS_HEADER: v.optional(headerName),
		XFF_DEPTH: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d?$/), v.transform(Number)), '1'),
		BODY_SIZE_LIMIT: v.optional(v.pipe(v.string(), v.regex(/^(?:\d{1,15}[KMG]?|Infinity)$/))),
		LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS), 'warn'),
		METRICS_TOKEN: v.optional(v.pipe(v.string(), v.minLength(16), v.maxLength(200))),
		DATA_DIR: v.optional(v.pipe(v.string(), v.maxLength(1000)), 'data'),
		DATABASE_URL: v.optional(v.pipe(v.string(), v.check(isAddressOf(/^postgres(?:ql)?:$/)))),
		WORKSHOP_PASSPHRASE: v.optional(v.pipe(v.string(), v.minLength(8), v.maxLength(200))),
		OPERATOR_NAME: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100))),
		OPERATOR_URL: v.optional(
			v.pipe(v.string(), v.maxLength(500), v.check(isAddressOf(/^(?:https?|mailto):$/)))
		),
		SOURCE_URL: v.optional(v.pipe(v.string(), v.maxLength(500), v.check(isAddressOf(/^https?:$/))))
	}),
	v.transform((env) => ({
		host: env.HOST,
		port: env.PORT,
		origin: env.ORIGIN,
		protocolHeader: env.PROTOCOL_HEADER,
		addressHeader: env.ADDRESS_HEADER,
		xffDepth: env.XFF_DEPTH,
		logLevel: env.LOG_LEVEL,
		metricsToken: env.METRICS_TOKEN,
		dataDir: env.DATA_DIR,
		databaseUrl: env.DATABASE_URL,
		workshopPassphrase: env.WORKSHOP_PASSPHRASE,
		operatorName: env.OPERATOR_NAME,
		operatorUrl: env.OPERATOR_URL,
		sourceUrl: env.SOURCE_URL
	}))
);

export type Config = v.InferOutput<typeof environment>;

export class ConfigError extends Error {}

/** Reads the environment once, at start. An empty variable counts as unset. */
export function readConfig(env: Record<string, string | undefined>): Config {
	const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
	const result = v.safeParse(environment, set, { abortPipeEarly: true });
	if (result.success) return result.output;

	const names = Object.keys(variables) as (keyof typeof variables)[];
	const wrong = names.filter((name) => result.issues.some((issue) => v.getDotPath(issue) === name));
	throw new ConfigError(
		wrong
			.map((name) => {
				const is = secrets.includes(name) ? 'It is something else.' : `It is "${set[name]}".`;
				return `${name} should be ${variables[name]}. ${is}`;
			})
			.join('\n')
	);
}

function isOrigin(text: string) {
	const url = URL.parse(text);
	return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
}

function isAddressOf(protocols: RegExp) {
	return (text: string) => protocols.test(URL.parse(text)?.protocol ?? '');
}
