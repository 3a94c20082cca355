import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Labels are routes and statuses, never addresses or codes. */
export class Metrics {
	readonly #registry = new Registry();
	readonly #requests: Histogram<'route' | 'method' | 'status'>;

	/** @param listeners how many event streams are open now */
	constructor(listeners: () => number) {
		const registers = [this.#registry];
		collectDefaultMetrics({ register: this.#registry });
		this.#requests = new Histogram({
			name: 'no_strings_request_seconds',
			help: 'Time from a request to its response, by route, method and status.',
			labelNames: ['route', 'method', 'status'],
			buckets: [0.005, 0.02, 0.1, 0.5, 2],
			registers
		});
		new Gauge({
			name: 'no_strings_listeners',
			help: 'Open event streams.',
			registers,
			collect() {
				this.set(listeners());
			}
		});
	}

	get contentType(): string {
		return this.#registry.contentType;
	}

	request(route: string, method: string, status: number, seconds: number): void {
		this.#requests.observe({ route, method, status: String(status) }, seconds);
	}

	/** In Prometheus' text format. */
	text(): Promise<string> {
		return this.#registry.metrics();
	}
}
