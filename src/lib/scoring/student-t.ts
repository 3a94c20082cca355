/**
 * 0.95 quantiles of Student's t for 1 to 39 degrees of freedom, to 15 significant digits. A table, so that
 * the browser need not load a statistics library for 39 numbers; a test holds it against that library.
 * It ends at 39 because 40 answers, two full runs, are the most that are ever looked at together.
 */
// prettier-ignore
const QUANTILES_95: readonly number[] = [
	6.31375151467504, 2.91998558035372, 2.35336343480182, 2.13184678632665, 2.01504837333302,
	1.94318028051530, 1.89457860509001, 1.85954803753090, 1.83311293265624, 1.81246112281168,
	1.79588481870404, 1.78228755564932, 1.77093339598687, 1.76131013577489, 1.75305035569257,
	1.74588367627625, 1.73960672607507, 1.73406360661754, 1.72913281152137, 1.72471824292079,
	1.72074290281188, 1.71714437438024, 1.71387152774705, 1.71088207990943, 1.70814076125190,
	1.70561791975927, 1.70328844572213, 1.70113093426593, 1.69912702653350, 1.69726088659396,
	1.69551878254586, 1.69388874838371, 1.69236030903034, 1.69092425518685, 1.68957245778027,
	1.68829771411682, 1.68709361959626, 1.68595446016674, 1.68487512171122
];

/**
 * The 0.95 quantile of Student's t: 5 % lie above it, so that plus and minus it enclose 90 %.
 * @param degreesOfFreedom a whole number from 1 to 39; a RangeError for anything else
 */
export function studentT95(degreesOfFreedom: number): number {
	const quantile = QUANTILES_95[degreesOfFreedom - 1];
	if (quantile === undefined)
		throw new RangeError(`no t quantile for ${degreesOfFreedom} degrees of freedom`);
	return quantile;
}
