import { StartProblem } from '../../start-problem';

/** Classes of SQLSTATE that do not go away by waiting: refused at the door, no such database, not allowed, not ours. */
const FOR_GOOD = /^(?:28|3D|42)/;

/**
 * Why a database that answers will not do, in one sentence that names it without its password. What may pass by itself
 * stays the error that it is.
 */
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
