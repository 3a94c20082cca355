import { StartProblem } from '../../start-problem';

/** Classes of SQLSTATE that waiting does not mend: authorization, missing database, access or syntax. */
const FOR_GOOD = /^(?:28|3D|42)/;

/** Returns a StartProblem that names the database without its password; an error that may pass stays what it is. */
export function asStartProblem(connectionString: string, error: unknown): unknown {
	const { cause = error } = error as Error;
	const { code = '', message } = cause as Error & { code?: string };
	const newer = message.startsWith('corrupted migrations');
	if (!newer && !FOR_GOOD.test(code)) return error;
	const { host, pathname } = new URL(connectionString);
	const why = newer ? 'it is of a newer version' : message;
	return new StartProblem(
		`The database "${pathname.slice(1)}" at ${host} in DATABASE_URL cannot be used: ${why}.`
	);
}
