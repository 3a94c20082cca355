import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number, repeated?: number }} Count `repeated`: passed at the second attempt only */

/** @typedef {Record<`num${'Passed' | 'Failed' | 'Pending' | 'Todo'}Tests`, number> & { testResults: { status: string, assertionResults: unknown[] }[] }} VitestReport */

/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} PlaywrightReport */

/** @param {VitestReport} report @returns {Count} */
export function countVitest(report) {
	// A file that cannot be loaded has no tests, and is a failure all the same.
	const broken = report.testResults.filter(
		(file) => file.status === 'failed' && file.assertionResults.length === 0
	);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + broken.length,
		skipped: report.numPendingTests + report.numTodoTests
	};
}

/** @param {PlaywrightReport} report @returns {Count} */
export function countPlaywright({ stats }) {
	return {
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected,
		skipped: stats.skipped,
		repeated: stats.flaky
	};
}

/**
 * Counts one failure for a run that ended badly without a failed test: no browser, no server, no report.
 * @template Report
 * @param {number} exitCode
 * @param {string} file
 * @param {(report: Report) => Count} count
 * @returns {Count}
 */
export function countRun(exitCode, file, count) {
	const counted = tryCount(file, count) ?? { passed: 0, failed: 1, skipped: 0 };
	if (exitCode !== 0 && counted.failed === 0) counted.failed = 1;
	return counted;
}

/** @template Report @param {string} file @param {(report: Report) => Count} count */
function tryCount(file, count) {
	try {
		return count(JSON.parse(readFileSync(file, 'utf8')));
	} catch {
		return undefined;
	}
}

/** @param {Count[]} counts */
export function lastLine(counts) {
	const total = { passed: 0, failed: 0, skipped: 0, repeated: 0 };
	for (const { passed, failed, skipped, repeated = 0 } of counts) {
		total.passed += passed;
		total.failed += failed;
		total.skipped += skipped;
		total.repeated += repeated;
	}
	const line = [`${total.passed} passed`, `${total.failed} failed`];
	if (total.skipped) line.push(`${total.skipped} skipped`);
	if (total.repeated) line.push(`${total.repeated} at the second attempt only`);
	return line.join(', ');
}
