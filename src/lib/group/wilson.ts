/** The 97.5th percentile of the normal distribution: R's `qnorm(0.975)`. */
const Z = 1.959963984540054;

/** Wilson's interval of 95 % for a share (Wilson 1927), as R's `prop.test(correct = FALSE)` gives it. */
export function wilsonInterval(some: number, all: number): { low: number; high: number } {
	const share = some / all;
	const weight = 1 / (1 + Z ** 2 / all);
	const middle = weight * (share + Z ** 2 / (2 * all));
	const half = weight * Z * Math.sqrt((share * (1 - share)) / all + (Z / (2 * all)) ** 2);
	return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
