/** What a process keeps open beside the people who listen: files, the database, drawing threads, requests. */
const OWN_FILES = 150;

/** So many people listen at once to one process where nobody says otherwise. */
const PROMISED = 2_000;

type Limits = { userLimits?: { open_files?: { soft?: number | 'unlimited' } } };

/** How many files and connections the system lets this process have open; null where it does not say. */
export function openFileLimit(): number | null {
	const report = process.report as typeof process.report & { excludeNetwork: boolean };
	report.excludeNetwork = true;
	const soft = (report.getReport() as Limits).userLimits?.open_files?.soft;
	return typeof soft === 'number' ? soft : null;
}

/** What to say about a limit that is low; null where it is not. */
export function lowLimitNotice(limit: number | null): string | null {
	if (limit === null || limit >= PROMISED + OWN_FILES) return null;
	const listeners = Math.max(0, limit - OWN_FILES);
	return `The system allows this process ${limit} open files, which is enough for about ${listeners} people who listen at once. Raise it, for example with ulimit -n 65536.`;
}
