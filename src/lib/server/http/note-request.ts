import { log, logId } from '../log';
import { metrics } from '../services';

type Request = { id?: string; method: string; route: string; began: number };

/** Notes a request by its route, since addresses hold codes. */
export function noteRequest({ id, method, route, began }: Request, status: number): void {
	const milliseconds = performance.now() - began;
	metrics().request(route, method, status, milliseconds / 1000);
	if (log.isLevelEnabled('info'))
		log.info({ id: id ?? logId(), method, route, status, milliseconds }, 'request');
}
