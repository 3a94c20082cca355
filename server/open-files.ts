/** Open files beside the event streams: database, threads, requests. */
const OWN_OPEN_FILES = 150;

const PROMISED_LISTENERS = 2_000;

type Limits = { userLimits?: { open_files?: { soft?: number | 'unlimited' } } };

/** Returns null where the system does not say. */
export function openFileLimit(): number | null {
	const report = process.report as typeof process.report & { excludeNetwork: boolean };
	report.excludeNetwork = true;
	const soft = (report.getReport() as Limits).userLimits?.open_files?.soft;
	return typeof soft === 'number' ? soft : null;
}

export function lowLimitNotice(limit: number | null): string | null {
	if (limit === null || limit >= PROMISED_LISTENERS + OWN_OPEN_FILES) return null;
	const listeners = Math.max(0, limit - OWN_OPEN_FILES);
	return `The system allows this process ${limit} open files, which is enough for about ${listeners} people who listen at once. Raise it, for example with ulimit -n 65536.`;
}
