import type { Estimate } from './estimate';
import { studentT95 } from './student-t';

export type Difference = {
	/** Later minus earlier, in points: above 0 means towards value-driven sharing. */
	difference: number;
	/** Of the difference, in the same points. */
	standardError: number;
	/** Whether the change is larger than chance in the choice of scenes would explain, at the level of the band. */
	exceeds: boolean;
};

/**
 * Whether two estimates differ by more than their errors allow (Welch's t test, two-sided at 90 %):
 *
 *     se = sqrt(seA² + seB²)
 *     df = se⁴ / (seA⁴ / (kA - 1) + seB⁴ / (kB - 1))     Welch-Satterthwaite, rounded down
 *     exceeds when |difference| > t(0.95, df) * se
 *
 * It takes the two as independent. The same scenes asked twice are not quite that; a paired comparison
 * would be sharper, but a link holds no single answers. So it errs on the side of "no clear change".
 */
export function compareEstimates(earlier: Estimate, later: Estimate): Difference {
	const difference = later.score - earlier.score;
	const standardError = Math.hypot(earlier.standardError, later.standardError);
	const freedom =
		standardError ** 4 /
		(earlier.standardError ** 4 / (earlier.count - 1) + later.standardError ** 4 / (later.count - 1));
	// Two like runs have exactly kA + kB - 2, which floating point may miss by a hair.
	const wholeFreedom = Math.floor(freedom + 1e-9);
	return {
		difference,
		standardError,
		exceeds: Math.abs(difference) > studentT95(wholeFreedom) * standardError
	};
}
