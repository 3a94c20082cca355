/** Numbers that look drawn by lot and are the same for the same seed: mulberry32. */
export class Lot {
	#state: number;

	constructor(seed: number) {
		this.#state = seed;
	}

	/** From 0 to below 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	}

	below(limit: number): number {
		return Math.floor(this.next() * limit);
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	pick<T>(items: readonly T[]): T {
		return items[this.below(items.length)] as T;
	}

	bytes(length: number): string {
		return Array.from({ length }, () => String.fromCharCode(this.below(256))).join('');
	}

	/** The same text, changed in some places. */
	garble(text: string, places = 1 + this.below(3)): string {
		let garbled = text;
		for (let place = 0; place < places; place++) {
			const at = this.below(garbled.length + 1);
			const rest = garbled.slice(at + this.below(4));
			garbled =
				garbled.slice(0, at) + this.pick([() => '', () => this.pick(ODD), () => this.bytes(1)])() + rest;
		}
		return garbled;
	}
}

/** What somebody forgot to think of. As bytes: each character is one. */
const ODD = [
	...['%', '%%', '%00', '%0d%0a', '%2e%2e%2f', '%2F', '%ff', '%c3%28', '%u0041', '%E2%80%AE', '%F0%9F%A7%B5'],
	...['/', '//', '/./', '/../', '\\', '..', '.', ';', ':', '@', '*', '~', '|', '`', '^', '<', '>', '"', "'"],
	...[
		'?',
		'??',
		'#',
		'&',
		'=',
		'+',
		'$',
		'$&',
		'{{7*7}}',
		'${1}',
		'[',
		']',
		'{',
		'}',
		'(',
		')',
		',',
		' ',
		'\t'
	],
	...['\u00c3\u00a9', '\u00e2\u0080\u00ae', '\u00f0\u009f\u00a7\u00b5', '\u00ff', '\u0000', '\u007f'],
	...['0', '-1', '1e400', '9'.repeat(400), 'null', 'true', 'NaN', '__proto__', 'constructor', 'toString'],
	...[
		'a'.repeat(3_000),
		'?x-sveltekit-invalidated=1',
		'/__data.json',
		'.json',
		'?/delete',
		'?/default',
		'?lang=xx'
	]
];
