/** The value below which a share of the samples lies. */
export function quantile(samples: readonly number[], share: number): number {
	const sorted = [...samples].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const p50 = (samples: readonly number[]) => quantile(samples, 0.5);
export const p95 = (samples: readonly number[]) => quantile(samples, 0.95);

/** Prints rows under their heads; numbers stand on the right, with as many digits as they deserve. */
export function printTable(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
	const cells = [heads, ...rows.map((row) => row.map(written))];
	const widths = heads.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
	for (const row of cells) {
		console.log(
			row.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  ')
		);
	}
}

function written(value: string | number): string {
	if (typeof value === 'string') return value;
	return Number.isFinite(value) ? value.toFixed(value < 100 ? 1 : 0) : '-';
}

/** Says whether an aim is met, next to the number that decides it. */
export function printAim(what: string, value: string, met: boolean): void {
	console.log(`${met ? 'met   ' : 'MISSED'}  ${what}: ${value}`);
}
