/** How long a seat without a stream counts as here: screens lock themselves while people talk. */
const AWAY_MS = 5 * 60_000;

const SWEEP_MS = 5_000;

/** Sweeps after which connected seats are marked again: another process may have seen them leave since. */
const SWEEPS_PER_REMINDER = 12;

type Mark = (code: string, here: ReadonlySet<string>, away: readonly string[]) => Promise<void>;

type Attendant = { streams: number; leftAt: number; isMarked: boolean };

/** Knows which seats are connected to this process, and tells rarely; the times are in memory alone. */
export class Attendance {
	readonly #mark: Mark;
	readonly #workshops = new Map<string, Map<string, Attendant>>();
	readonly #timer: NodeJS.Timeout;
	#sweeps = 0;

	/** @param mark stores who is here and who is away, by seat; what it throws is tried again */
	constructor(mark: Mark) {
		this.#mark = mark;
		this.#timer = setInterval(() => void this.sweep(), SWEEP_MS);
		this.#timer.unref();
	}

	see(code: string, seat: string): void {
		this.#find(code, seat).leftAt = performance.now();
	}

	/** Gives a seat that was marked as here before the start the usual time to come back. */
	expect(code: string, seat: string): void {
		this.#find(code, seat).isMarked = true;
	}

	/** Notes a stream; the returned function ends it. */
	enter(code: string, seat: string): () => void {
		const attendant = this.#find(code, seat);
		attendant.streams++;
		return () => {
			attendant.streams--;
			attendant.leftAt = performance.now();
		};
	}

	async sweep(): Promise<void> {
		const isReminder = ++this.#sweeps % SWEEPS_PER_REMINDER === 0;
		const leftBefore = performance.now() - AWAY_MS;
		await Promise.all(
			[...this.#workshops].map(async ([code, attendants]) => {
				const gone: [seat: string, attendant: Attendant][] = [];
				const here: typeof gone = [];
				for (const [seat, attendant] of attendants) {
					const isGone = attendant.streams === 0 && attendant.leftAt < leftBefore;
					(isGone ? gone : here).push([seat, attendant]);
				}
				const isNews = here.some(([, { isMarked }]) => !isMarked);
				if (gone.length === 0 && !isNews && !isReminder) return;
				for (const [seat] of gone) attendants.delete(seat);
				for (const [, attendant] of here) attendant.isMarked = true;
				if (attendants.size === 0) this.#workshops.delete(code);
				try {
					await this.#mark(
						code,
						new Set(here.map(([seat]) => seat)),
						gone.map(([seat]) => seat)
					);
				} catch {
					// The database is away.
					const known = this.#workshop(code);
					// Who has come back meanwhile is here.
					for (const [seat, attendant] of gone) if (!known.has(seat)) known.set(seat, attendant);
					for (const [, attendant] of here) attendant.isMarked = false;
				}
			})
		);
	}

	close(): void {
		clearInterval(this.#timer);
	}

	#workshop(code: string): Map<string, Attendant> {
		const attendants = this.#workshops.get(code) ?? new Map<string, Attendant>();
		this.#workshops.set(code, attendants);
		return attendants;
	}

	#find(code: string, seat: string): Attendant {
		const attendants = this.#workshop(code);
		let attendant = attendants.get(seat);
		if (!attendant)
			attendants.set(seat, (attendant = { streams: 0, leftAt: performance.now(), isMarked: false }));
		return attendant;
	}
}
