import type { Report } from '../group';
import { ask } from './request';

/** Returns what a workshop has shown so far; null where no answer came, or this browser is not the host's. */
export async function askReport(code: string): Promise<Report | null> {
	const reply = await ask(`/w/${code}/host/report/report.json`);
	return reply?.ok ? (reply.body as Report) : null;
}
