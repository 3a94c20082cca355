import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config';

/** A value for every variable. */
const ENV = {
	HOST: '127.0.0.1',
	PORT: '8080',
	ORIGIN: 'https://quiz.example.org',
	PROTOCOL_HEADER: 'x-forwarded-proto',
	ADDRESS_HEADER: 'x-forwarded-for',
	XFF_DEPTH: '2',
	LOG_LEVEL: 'info',
	METRICS_TOKEN: '0123456789abcdef',
	DATA_DIR: '/var/lib/no-strings',
	DATABASE_URL: 'postgres://user:password@db.example.org/no_strings',
	WORKSHOP_PASSPHRASE: 'open sesame',
	OPERATOR_NAME: ' Ada & Co. ',
	OPERATOR_URL: 'mailto:ada@example.org',
	SOURCE_URL: 'https://git.example.org/no-strings'
};

describe('readConfig', () => {
	it('needs no variable at all', () => {
		expect(readConfig({})).toEqual({
			host: undefined,
			port: 3000,
			origin: undefined,
			protocolHeader: undefined,
			addressHeader: undefined,
			xffDepth: 1,
			logLevel: 'warn',
			metricsToken: undefined,
			dataDir: 'data',
			databaseUrl: undefined,
			workshopPassphrase: undefined,
			operatorName: undefined,
			operatorUrl: undefined,
			sourceUrl: undefined
		});
	});

	it('reads every variable and leaves the others alone', () => {
		expect(readConfig({ ...ENV, PATH: '/bin' })).toEqual({
			host: '127.0.0.1',
			port: 8080,
			origin: 'https://quiz.example.org',
			protocolHeader: 'x-forwarded-proto',
			addressHeader: 'x-forwarded-for',
			xffDepth: 2,
			logLevel: 'info',
			metricsToken: '0123456789abcdef',
			dataDir: '/var/lib/no-strings',
			databaseUrl: 'postgres://user:password@db.example.org/no_strings',
			workshopPassphrase: 'open sesame',
			operatorName: 'Ada & Co.',
			operatorUrl: 'mailto:ada@example.org',
			sourceUrl: 'https://git.example.org/no-strings'
		});
	});

	it('has a value above for every variable of the table in README.md', () => {
		const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
		const rows = [...readme.matchAll(/^\| ((?:`[A-Z_]+`,? )+)/gm)].map(([, names = '']) => names);
		const names = rows.flatMap((row) => [...row.matchAll(/[A-Z_]+/g)].map(([name]) => name));
		expect([...Object.keys(ENV), 'BODY_SIZE_LIMIT', 'HOST_HEADER'].sort()).toEqual(names.sort());
	});

	it.each([...Object.keys(ENV), 'BODY_SIZE_LIMIT'])('takes an empty %s as unset', (name) => {
		expect(readConfig({ ...ENV, [name]: '' })).toEqual(readConfig({ ...ENV, [name]: undefined }));
	});

	it.each(['0', '1', '65535'])('takes port %s', (PORT) => {
		expect(readConfig({ PORT }).port).toBe(Number(PORT));
	});

	it.each(['65536', '-1', '3e3', '80.5', 'http', ' 80', '0x50'])('refuses port "%s"', (PORT) => {
		expect(() => readConfig({ PORT })).toThrow(
			new ConfigError(
				`PORT should be a whole number from 0 to 65535; unset means 3000, and 0 means any free port. It is "${PORT}".`
			)
		);
	});

	it.each(['localhost', '::1', '0.0.0.0', 'fe80::1%eth0'])('takes host %s', (HOST) => {
		expect(readConfig({ HOST }).host).toBe(HOST);
	});

	it.each(['http://localhost', 'a b'])('refuses host "%s"', (HOST) => {
		expect(() => readConfig({ HOST })).toThrow(/^HOST should be the address or host name to listen on/);
	});

	it.each(['http://localhost:3000', 'https://quiz.example.org', 'http://[::1]:3000'])(
		'takes origin %s',
		(ORIGIN) => {
			expect(readConfig({ ORIGIN }).origin).toBe(ORIGIN);
		}
	);

	it.each([
		'quiz.example.org',
		'localhost:3000',
		'/quiz',
		'ftp://example.org',
		'https://example.org/',
		'https://example.org/quiz',
		'https://me@example.org',
		'https://example.org:443',
		'javascript:alert(1)'
	])('refuses origin "%s"', (ORIGIN) => {
		expect(() => readConfig({ ORIGIN })).toThrow(
			/^ORIGIN should be the address under which .* without a path/
		);
	});

	it.each([
		['DATABASE_URL', 'mysql://user:password@db.example.org/no_strings'],
		['WORKSHOP_PASSPHRASE', 'short'],
		['METRICS_TOKEN', 'short']
	])('names %s when it is wrong, but does not repeat it', (name, value) => {
		expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} should be`));
		expect(() => readConfig({ [name]: value })).not.toThrow(new RegExp(value));
	});

	it.each([
		['XFF_DEPTH', '0'],
		['LOG_LEVEL', 'loud'],
		['OPERATOR_NAME', ' '],
		['OPERATOR_NAME', 'x'.repeat(101)],
		['OPERATOR_URL', 'example.org/imprint'],
		['OPERATOR_URL', 'javascript:alert(1)'],
		['SOURCE_URL', 'mailto:ada@example.org'],
		['SOURCE_URL', 'javascript:alert(1)']
	])('refuses %s "%s"', (name, value) => {
		expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} should be`));
	});

	it('names every wrong variable at once', () => {
		expect(() => readConfig({ PORT: 'x', ORIGIN: 'y' })).toThrow(
			/^PORT should .*"x"\.\nORIGIN should .*"y"\.$/
		);
	});
});
